-- Log records stand in a table for each retention class and month: at the end of a term a table is dropped, and no row is touched. Table 0 is logboek_regels,
-- of before there were classes; no term is known of its records, so it stays. The others are logboek_regels_{nummer}; the high bits of a record's number name its table.
-- Of a table that is gone the row stays as its tombstone: how many records went, when, and a signature.
CREATE TABLE logboek_tabellen (
  nummer BIGINT NOT NULL PRIMARY KEY,
  termijn TEXT NOT NULL,
  begin BIGINT NOT NULL,
  einde BIGINT NOT NULL,
  vervallen BIGINT,
  aantal BIGINT,
  handtekening BYTES
);

CREATE UNIQUE INDEX logboek_tabellen_klasse ON logboek_tabellen (termijn, begin) WHERE vervallen IS NULL;

INSERT INTO logboek_tabellen (nummer, termijn, begin, einde) SELECT 0, 'P20Y', 0, COALESCE(MAX(einde), 0) FROM logboek_regels;

-- Records that a later one took the place of, or that were declared lapsed: kept and sealed as they were, and not shown (VNG Verwerkingenlogging, B3891).
CREATE TABLE logboek_vervallen (
  trace BYTES NOT NULL,
  span BYTES NOT NULL,
  PRIMARY KEY (trace, span)
);

-- Actions of the VNG Verwerkingenlogging: which record is their current version.
CREATE TABLE logboek_acties (
  id UUID NOT NULL PRIMARY KEY,
  trace BYTES NOT NULL,
  span BYTES NOT NULL,
  vervallen BIGINT
);

CREATE INDEX logboek_acties_trace ON logboek_acties (trace);
