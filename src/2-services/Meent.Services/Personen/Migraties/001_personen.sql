-- One row a persoonslijst, whole and with its history in the body, near the Logisch Ontwerp BRP.
CREATE TABLE personen_personen (
  id UUID NOT NULL PRIMARY KEY,
  anummer TEXT NOT NULL,
  bsn TEXT,
  gemeente TEXT,
  opschorting TEXT,
  body TEXT NOT NULL,
  vorm BIGINT NOT NULL,
  version BIGINT NOT NULL
);
CREATE UNIQUE INDEX personen_personen_anummer ON personen_personen (anummer);
-- Not unique: a register that is supplied may hold two lists with one number, and must say so rather than lose one.
CREATE INDEX personen_personen_bsn ON personen_personen (bsn);

-- The landelijke tabellen: a code keeps its description after it has ended.
CREATE TABLE personen_tabelwaarden (
  tabel BIGINT NOT NULL,
  code TEXT NOT NULL,
  omschrijving TEXT NOT NULL,
  PRIMARY KEY (tabel, code)
);

-- Protocollering: who was told what of whom, one row a delivered person.
CREATE TABLE personen_protocol (
  id UUID NOT NULL PRIMARY KEY,
  persoon UUID NOT NULL REFERENCES personen_personen (id),
  tijdstip BIGINT NOT NULL,
  afnemer TEXT NOT NULL,
  doel TEXT NOT NULL,
  gezocht_met TEXT NOT NULL,
  gevraagd TEXT NOT NULL,
  trace TEXT
);
CREATE INDEX personen_protocol_persoon ON personen_protocol (persoon, tijdstip);
