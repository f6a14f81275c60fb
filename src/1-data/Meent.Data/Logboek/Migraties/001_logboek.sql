-- Logboek Dataverwerkingen 1.0.0. Rows are only ever added; when they were sealed is kept beside them, so that a record is never updated.
CREATE TABLE logboek_regels (
  nummer NUMMER,
  trace BYTES NOT NULL,
  span BYTES NOT NULL,
  ouder BYTES,
  activiteit TEXT NOT NULL,
  betrokkene BYTES NOT NULL,
  betrokkene_type TEXT,
  aanroeper TEXT,
  naam TEXT NOT NULL,
  status BIGINT NOT NULL,
  begin BIGINT NOT NULL,
  einde BIGINT NOT NULL,
  attributen TEXT,
  systeem TEXT,
  zout BYTES NOT NULL
);

CREATE UNIQUE INDEX logboek_regels_trace_span_betrokkene ON logboek_regels (trace, span, betrokkene);
CREATE INDEX logboek_regels_betrokkene ON logboek_regels (betrokkene, begin, nummer);
CREATE INDEX logboek_regels_activiteit ON logboek_regels (activiteit, begin, nummer);

-- Committed, not sealed yet. A seal takes rows out, so that it is small and nothing can be passed by, in whatever order transactions commit.
CREATE TABLE logboek_ongezegeld (
  regel BIGINT NOT NULL PRIMARY KEY,
  zegel BIGINT
);

-- bladeren: for each record of the batch its number (8 bytes) and leaf hash (32 bytes), in order of number.
CREATE TABLE logboek_zegels (
  nummer BIGINT NOT NULL PRIMARY KEY,
  eerste BIGINT NOT NULL,
  laatste BIGINT NOT NULL,
  bladeren BYTES NOT NULL,
  wortel BYTES NOT NULL,
  keten BYTES NOT NULL,
  moment BIGINT NOT NULL
);

CREATE INDEX logboek_zegels_regels ON logboek_zegels (eerste, laatste);

-- One row, whose lock makes the sealers of several nodes take turns.
CREATE TABLE logboek_beurt (
  id BIGINT NOT NULL PRIMARY KEY
);

INSERT INTO logboek_beurt (id) VALUES (1);

-- What employees did, apart from the log that residents read (LDV 2.3.4: no employees in log records); joined by the trace.
CREATE TABLE logboek_audit (
  nummer NUMMER,
  trace BYTES NOT NULL,
  gebruiker TEXT NOT NULL,
  handeling TEXT NOT NULL,
  activiteit TEXT,
  reden TEXT,
  zaak TEXT,
  moment BIGINT NOT NULL
);

CREATE INDEX logboek_audit_trace ON logboek_audit (trace);
CREATE INDEX logboek_audit_gebruiker ON logboek_audit (gebruiker, moment);
