-- Doubts about what the registry of persons says (Wet BRP, article 2.34), at the bronhouder.
CREATE TABLE terugmeldingen_meldingen (
  id UUID NOT NULL PRIMARY KEY,
  bsn TEXT NOT NULL,
  gegeven TEXT NOT NULL,
  toelichting TEXT NOT NULL,
  melder TEXT NOT NULL,
  afzender TEXT NOT NULL,
  gemeld BIGINT NOT NULL,
  status TEXT NOT NULL,
  uitleg TEXT,
  gewijzigd BIGINT NOT NULL
);
CREATE INDEX terugmeldingen_meldingen_bsn ON terugmeldingen_meldingen (bsn, id);
CREATE INDEX terugmeldingen_meldingen_status ON terugmeldingen_meldingen (status, id);
