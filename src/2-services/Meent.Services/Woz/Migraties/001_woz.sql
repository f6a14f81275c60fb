-- A WOZ-object with what was decided of it, in the standard's JSON; columns are what is searched, in lower case where people do not mind the case.
CREATE TABLE woz_objecten (
  id UUID NOT NULL PRIMARY KEY,
  identificatie TEXT NOT NULL,
  nummeraanduiding TEXT,
  postcode TEXT,
  huisnummer BIGINT,
  huisletter TEXT NOT NULL,
  toevoeging TEXT NOT NULL,
  rsin TEXT,
  kvk_nummer TEXT,
  body TEXT NOT NULL,
  vorm BIGINT NOT NULL,
  version BIGINT NOT NULL
);
CREATE UNIQUE INDEX woz_objecten_identificatie ON woz_objecten (identificatie);
CREATE INDEX woz_objecten_nummeraanduiding ON woz_objecten (nummeraanduiding, identificatie) WHERE nummeraanduiding IS NOT NULL;
CREATE INDEX woz_objecten_postcode ON woz_objecten (postcode, huisnummer, identificatie) WHERE postcode IS NOT NULL;
CREATE INDEX woz_objecten_rsin ON woz_objecten (rsin, identificatie) WHERE rsin IS NOT NULL;
CREATE INDEX woz_objecten_kvk ON woz_objecten (kvk_nummer, identificatie) WHERE kvk_nummer IS NOT NULL;

-- A WOZ-object may have several adresseerbare objecten, and one of those several WOZ-objecten.
CREATE TABLE woz_adresseerbare_objecten (
  identificatie TEXT NOT NULL,
  object UUID NOT NULL REFERENCES woz_objecten (id) ON DELETE CASCADE,
  PRIMARY KEY (identificatie, object)
);
CREATE INDEX woz_adresseerbare_objecten_object ON woz_adresseerbare_objecten (object);
