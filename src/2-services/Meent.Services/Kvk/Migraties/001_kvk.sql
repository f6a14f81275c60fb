-- An inschrijving of the handelsregister with its vestigingen, in JSON.
CREATE TABLE kvk_inschrijvingen (
  id UUID NOT NULL PRIMARY KEY,
  kvk_nummer TEXT NOT NULL,
  body TEXT NOT NULL,
  vorm BIGINT NOT NULL,
  version BIGINT NOT NULL
);
CREATE UNIQUE INDEX kvk_inschrijvingen_nummer ON kvk_inschrijvingen (kvk_nummer);

-- What can be found of it: each vestiging, and the rechtspersoon. The order of an answer is that of rang.
CREATE TABLE kvk_vermeldingen (
  id UUID NOT NULL PRIMARY KEY,
  inschrijving UUID NOT NULL REFERENCES kvk_inschrijvingen (id) ON DELETE CASCADE,
  rang BIGINT NOT NULL,
  kvk_nummer TEXT NOT NULL,
  rsin TEXT,
  vestigingsnummer TEXT,
  einde TEXT,
  body TEXT NOT NULL,
  vorm BIGINT NOT NULL
);
CREATE INDEX kvk_vermeldingen_inschrijving ON kvk_vermeldingen (inschrijving);
CREATE INDEX kvk_vermeldingen_kvk ON kvk_vermeldingen (kvk_nummer, rang);
CREATE INDEX kvk_vermeldingen_rsin ON kvk_vermeldingen (rsin, rang) WHERE rsin IS NOT NULL;
CREATE UNIQUE INDEX kvk_vermeldingen_vestiging ON kvk_vermeldingen (vestigingsnummer) WHERE vestigingsnummer IS NOT NULL;

-- Words of names, of now and of before: a search is for whole words of one name.
CREATE TABLE kvk_woorden (
  woord TEXT NOT NULL,
  vermelding UUID NOT NULL REFERENCES kvk_vermeldingen (id) ON DELETE CASCADE,
  naam BIGINT NOT NULL,
  PRIMARY KEY (woord, vermelding, naam)
);
CREATE INDEX kvk_woorden_vermelding ON kvk_woorden (vermelding, naam);

-- Addresses in the Netherlands that are not shielded, in lower case.
CREATE TABLE kvk_adressen (
  vermelding UUID NOT NULL REFERENCES kvk_vermeldingen (id) ON DELETE CASCADE,
  nummer BIGINT NOT NULL,
  straatnaam TEXT,
  plaats TEXT,
  postcode TEXT,
  huisnummer BIGINT,
  huisletter TEXT NOT NULL,
  postbusnummer BIGINT,
  PRIMARY KEY (vermelding, nummer)
);
CREATE INDEX kvk_adressen_postcode ON kvk_adressen (postcode, huisnummer) WHERE postcode IS NOT NULL;
CREATE INDEX kvk_adressen_straat ON kvk_adressen (straatnaam, plaats) WHERE straatnaam IS NOT NULL;
CREATE INDEX kvk_adressen_plaats ON kvk_adressen (plaats) WHERE plaats IS NOT NULL;
