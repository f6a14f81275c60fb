-- The single digital entry point (Regulation (EU) 2024/1028). Bodies are the standard's JSON as it is answered; columns are what is searched or guarded.

-- Who takes part, as what: a competent authority or a platform. The row is its lock: what it submits waits for what it submitted before.
CREATE TABLE sdep_partijen (
  id UUID NOT NULL PRIMARY KEY,
  sleutel TEXT NOT NULL,
  soort TEXT NOT NULL,
  functioneel TEXT NOT NULL,
  naam TEXT NOT NULL,
  created BIGINT NOT NULL,
  version BIGINT NOT NULL
);
CREATE UNIQUE INDEX sdep_partijen_sleutel ON sdep_partijen (sleutel, soort);
CREATE UNIQUE INDEX sdep_partijen_functioneel ON sdep_partijen (functioneel);
CREATE INDEX sdep_partijen_soort ON sdep_partijen (soort, created, id);

-- Versions of areas; the current one has not ended. An ended id is never used again.
CREATE TABLE sdep_gebieden (
  id UUID NOT NULL PRIMARY KEY,
  area_id TEXT NOT NULL,
  instantie UUID NOT NULL REFERENCES sdep_partijen (id),
  regulation TEXT NOT NULL,
  naam TEXT NOT NULL,
  bestandsnaam TEXT NOT NULL,
  inhoud BYTES NOT NULL,
  created BIGINT NOT NULL,
  ended BIGINT,
  body TEXT NOT NULL
);
CREATE UNIQUE INDEX sdep_gebieden_huidig ON sdep_gebieden (area_id) WHERE ended IS NULL;
CREATE INDEX sdep_gebieden_area ON sdep_gebieden (area_id);
CREATE INDEX sdep_gebieden_instantie ON sdep_gebieden (instantie, created, id);
CREATE INDEX sdep_gebieden_created ON sdep_gebieden (created, id) WHERE ended IS NULL;

-- Versions of activities: a stay that a platform reports afterwards. A fingerprint of the content finds one that is sent twice without an id.
CREATE TABLE sdep_activiteiten (
  id UUID NOT NULL PRIMARY KEY,
  activity_id TEXT NOT NULL,
  platform UUID NOT NULL REFERENCES sdep_partijen (id),
  gebied UUID NOT NULL REFERENCES sdep_gebieden (id),
  instantie UUID NOT NULL REFERENCES sdep_partijen (id),
  vingerafdruk TEXT NOT NULL,
  created BIGINT NOT NULL,
  ended BIGINT,
  body TEXT NOT NULL
);
CREATE UNIQUE INDEX sdep_activiteiten_huidig ON sdep_activiteiten (platform, activity_id) WHERE ended IS NULL;
CREATE INDEX sdep_activiteiten_vingerafdruk ON sdep_activiteiten (platform, vingerafdruk) WHERE ended IS NULL;
CREATE INDEX sdep_activiteiten_instantie ON sdep_activiteiten (instantie, created, id) WHERE ended IS NULL;
CREATE INDEX sdep_activiteiten_gebied ON sdep_activiteiten (gebied, created, id);
CREATE INDEX sdep_activiteiten_created ON sdep_activiteiten (created, id);
