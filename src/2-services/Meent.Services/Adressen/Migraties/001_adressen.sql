-- An address (nummeraanduiding) with the standard's own JSON; columns are what is searched, in lower case where people do not mind the case.
CREATE TABLE adressen_adressen (
  id UUID NOT NULL PRIMARY KEY,
  nummeraanduiding TEXT NOT NULL,
  adresseerbaar_object TEXT NOT NULL,
  postcode TEXT NOT NULL,
  woonplaats TEXT NOT NULL,
  straat TEXT NOT NULL,
  huisnummer BIGINT NOT NULL,
  huisletter TEXT NOT NULL,
  toevoeging TEXT NOT NULL,
  body TEXT NOT NULL,
  vorm BIGINT NOT NULL,
  version BIGINT NOT NULL
);
CREATE UNIQUE INDEX adressen_adressen_nummeraanduiding ON adressen_adressen (nummeraanduiding);
CREATE INDEX adressen_adressen_object ON adressen_adressen (adresseerbaar_object, nummeraanduiding);
CREATE INDEX adressen_adressen_postcode ON adressen_adressen (postcode, huisnummer);
CREATE INDEX adressen_adressen_straat ON adressen_adressen (woonplaats, straat, huisnummer);
