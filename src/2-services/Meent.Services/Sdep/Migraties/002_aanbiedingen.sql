-- Versions of listings in a random check. When one was created is also by what others say which version they mean.
CREATE TABLE sdep_aanbiedingen (
  id UUID NOT NULL PRIMARY KEY,
  listing_id TEXT NOT NULL,
  platform UUID NOT NULL REFERENCES sdep_partijen (id),
  gebied UUID NOT NULL REFERENCES sdep_gebieden (id),
  instantie UUID NOT NULL REFERENCES sdep_partijen (id),
  status TEXT NOT NULL,
  vlaggen TEXT NOT NULL,
  created BIGINT NOT NULL,
  ended BIGINT,
  body TEXT NOT NULL
);
CREATE UNIQUE INDEX sdep_aanbiedingen_huidig ON sdep_aanbiedingen (platform, listing_id) WHERE ended IS NULL;
CREATE INDEX sdep_aanbiedingen_status ON sdep_aanbiedingen (status, created, id) WHERE ended IS NULL;
CREATE INDEX sdep_aanbiedingen_instantie ON sdep_aanbiedingen (instantie, created, id) WHERE ended IS NULL;
CREATE INDEX sdep_aanbiedingen_gebied ON sdep_aanbiedingen (gebied, created, id);
CREATE INDEX sdep_aanbiedingen_created ON sdep_aanbiedingen (created, id);
