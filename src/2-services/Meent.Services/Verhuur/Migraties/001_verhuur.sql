-- The rental register. Bodies are JSON; columns are what is searched, sorted or guarded.

CREATE TABLE verhuur_regelsets (
  id UUID NOT NULL PRIMARY KEY,
  versie BIGINT NOT NULL,
  geldig_van TEXT NOT NULL,
  body TEXT NOT NULL,
  vorm BIGINT NOT NULL
);
CREATE UNIQUE INDEX verhuur_regelsets_versie ON verhuur_regelsets (versie);

-- A dwelling is the counting key. Whoever changes what is counted there locks its row first, so changes for one address wait for each other.
CREATE TABLE verhuur_woonruimten (
  id TEXT NOT NULL PRIMARY KEY,
  slot BIGINT NOT NULL
);

-- The host's columns are emptied when the retention period ends; the number stays, so that it is known as no longer valid and never given again.
CREATE TABLE verhuur_registraties (
  id UUID NOT NULL PRIMARY KEY,
  nummer TEXT NOT NULL,
  houder_soort TEXT,
  houder TEXT,
  woonruimte TEXT NOT NULL,
  eenheid TEXT NOT NULL,
  deel TEXT NOT NULL,
  status TEXT NOT NULL,
  beeindigd BIGINT,
  body TEXT NOT NULL,
  vorm BIGINT NOT NULL,
  version BIGINT NOT NULL
);
CREATE UNIQUE INDEX verhuur_registraties_nummer ON verhuur_registraties (nummer);
CREATE UNIQUE INDEX verhuur_registraties_actief ON verhuur_registraties (houder, houder_soort, woonruimte, eenheid) WHERE status = 'actief';
CREATE INDEX verhuur_registraties_houder ON verhuur_registraties (houder, houder_soort, id);
CREATE INDEX verhuur_registraties_woonruimte ON verhuur_registraties (woonruimte, id);
CREATE INDEX verhuur_registraties_status ON verhuur_registraties (status, id);
CREATE INDEX verhuur_registraties_beeindigd ON verhuur_registraties (beeindigd) WHERE houder IS NOT NULL;

CREATE TABLE verhuur_meldingen (
  id UUID NOT NULL PRIMARY KEY,
  registratie UUID NOT NULL REFERENCES verhuur_registraties (id),
  woonruimte TEXT NOT NULL,
  aankomst TEXT NOT NULL,
  vertrek TEXT NOT NULL,
  geannuleerd BIGINT,
  body TEXT NOT NULL,
  vorm BIGINT NOT NULL,
  version BIGINT NOT NULL
);
CREATE INDEX verhuur_meldingen_registratie ON verhuur_meldingen (registratie, aankomst, id);
CREATE INDEX verhuur_meldingen_woonruimte ON verhuur_meldingen (woonruimte, vertrek);

-- One row a night and report; a date counts once for a dwelling however many rooms are let.
CREATE TABLE verhuur_nachten (
  woonruimte TEXT NOT NULL,
  datum TEXT NOT NULL,
  melding UUID NOT NULL REFERENCES verhuur_meldingen (id),
  PRIMARY KEY (woonruimte, datum, melding)
);
CREATE INDEX verhuur_nachten_melding ON verhuur_nachten (melding);

CREATE TABLE verhuur_signalen (
  id UUID NOT NULL PRIMARY KEY,
  registratie UUID NOT NULL REFERENCES verhuur_registraties (id),
  body TEXT NOT NULL,
  vorm BIGINT NOT NULL
);
CREATE INDEX verhuur_signalen_registratie ON verhuur_signalen (registratie, id);

-- Idempotency-Key: what an earlier request with the key made.
CREATE TABLE verhuur_sleutels (
  bewerking TEXT NOT NULL,
  sleutel TEXT NOT NULL,
  vingerafdruk TEXT NOT NULL,
  resultaat UUID NOT NULL,
  aangemaakt BIGINT NOT NULL,
  PRIMARY KEY (bewerking, sleutel)
);
CREATE INDEX verhuur_sleutels_aangemaakt ON verhuur_sleutels (aangemaakt);
