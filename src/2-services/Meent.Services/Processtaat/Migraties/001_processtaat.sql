-- The durable state of the process engine. What an instance remembers is text that only the engine reads; columns are what is searched.

CREATE TABLE processtaat_definities (
  proces TEXT NOT NULL,
  versie BIGINT NOT NULL,
  naam TEXT NOT NULL,
  herkomst TEXT NOT NULL,
  hash TEXT NOT NULL,
  bpmn TEXT NOT NULL,
  koppelingen TEXT NOT NULL,
  geplaatst BIGINT NOT NULL,
  PRIMARY KEY (proces, versie)
);

CREATE TABLE processtaat_instanties (
  id UUID NOT NULL PRIMARY KEY,
  proces TEXT NOT NULL,
  versie BIGINT NOT NULL,
  bedrijfssleutel TEXT,
  status TEXT NOT NULL,
  sleutel TEXT,
  vingerafdruk TEXT,
  staat TEXT NOT NULL,
  gepland BIGINT,
  knoop TEXT,
  run TEXT,
  begonnen BIGINT NOT NULL,
  beeindigd BIGINT,
  revisie BIGINT NOT NULL,
  FOREIGN KEY (proces, versie) REFERENCES processtaat_definities (proces, versie)
);
CREATE UNIQUE INDEX processtaat_instanties_sleutel ON processtaat_instanties (sleutel) WHERE sleutel IS NOT NULL;
-- Few of all instances wait for an engine: the index stays as small as the work.
CREATE INDEX processtaat_instanties_gepland ON processtaat_instanties (gepland) WHERE gepland IS NOT NULL;
CREATE INDEX processtaat_instanties_status ON processtaat_instanties (status, id);
CREATE INDEX processtaat_instanties_bedrijfssleutel ON processtaat_instanties (bedrijfssleutel, id);

CREATE TABLE processtaat_taken (
  instantie UUID NOT NULL REFERENCES processtaat_instanties (id),
  nummer BIGINT NOT NULL,
  proces TEXT NOT NULL,
  bedrijfssleutel TEXT,
  activiteit TEXT NOT NULL,
  naam TEXT NOT NULL,
  rol TEXT NOT NULL,
  status TEXT NOT NULL,
  behandelaar TEXT,
  aangemaakt BIGINT NOT NULL,
  afgerond BIGINT,
  PRIMARY KEY (instantie, nummer)
);
CREATE INDEX processtaat_taken_rol ON processtaat_taken (status, rol, instantie, nummer);
CREATE INDEX processtaat_taken_status ON processtaat_taken (status, instantie, nummer);
