-- The objects of the BAG, a table an objecttype and a row a voorkomen. Columns are what is searched (names and letters in lower case); lv is
-- tijdstipRegistratieLV in milliseconds, eind_lv when it learned of the end, inactief when the voorkomen
-- was taken out of the life cycle, eindstatus 1 when its status
-- ends the object. The box is that of the geometry in millimetres of the Rijksdriehoek system: the index narrows a search down, an exact test decides.
CREATE TABLE adressen_woonplaatsen (
  id UUID NOT NULL PRIMARY KEY,
  identificatie TEXT NOT NULL,
  versie BIGINT NOT NULL,
  lv BIGINT NOT NULL,
  eind_lv BIGINT,
  inactief BIGINT,
  begin TEXT NOT NULL,
  eind TEXT,
  eindstatus BIGINT NOT NULL,
  naam TEXT NOT NULL,
  geometrie TEXT,
  geo_x1 BIGINT,
  geo_y1 BIGINT,
  geo_x2 BIGINT,
  geo_y2 BIGINT,
  body TEXT NOT NULL,
  vorm BIGINT NOT NULL,
  version BIGINT NOT NULL
);
CREATE UNIQUE INDEX adressen_woonplaatsen_voorkomen ON adressen_woonplaatsen (identificatie, versie, lv);
CREATE INDEX adressen_woonplaatsen_naam ON adressen_woonplaatsen (naam, identificatie);
CREATE INDEX adressen_woonplaatsen_geo ON adressen_woonplaatsen (geo_x1, geo_x2, geo_y1, geo_y2);

CREATE TABLE adressen_openbareruimten (
  id UUID NOT NULL PRIMARY KEY,
  identificatie TEXT NOT NULL,
  versie BIGINT NOT NULL,
  lv BIGINT NOT NULL,
  eind_lv BIGINT,
  inactief BIGINT,
  begin TEXT NOT NULL,
  eind TEXT,
  eindstatus BIGINT NOT NULL,
  naam TEXT NOT NULL,
  body TEXT NOT NULL,
  vorm BIGINT NOT NULL,
  version BIGINT NOT NULL
);
CREATE UNIQUE INDEX adressen_openbareruimten_voorkomen ON adressen_openbareruimten (identificatie, versie, lv);
CREATE INDEX adressen_openbareruimten_naam ON adressen_openbareruimten (naam, identificatie);

CREATE TABLE adressen_nummeraanduidingen (
  id UUID NOT NULL PRIMARY KEY,
  identificatie TEXT NOT NULL,
  versie BIGINT NOT NULL,
  lv BIGINT NOT NULL,
  eind_lv BIGINT,
  inactief BIGINT,
  begin TEXT NOT NULL,
  eind TEXT,
  eindstatus BIGINT NOT NULL,
  postcode TEXT,
  huisnummer BIGINT NOT NULL,
  huisletter TEXT NOT NULL,
  toevoeging TEXT NOT NULL,
  body TEXT NOT NULL,
  vorm BIGINT NOT NULL,
  version BIGINT NOT NULL
);
CREATE UNIQUE INDEX adressen_nummeraanduidingen_voorkomen ON adressen_nummeraanduidingen (identificatie, versie, lv);
CREATE INDEX adressen_nummeraanduidingen_postcode ON adressen_nummeraanduidingen (postcode, huisnummer);

CREATE TABLE adressen_verblijfsobjecten (
  id UUID NOT NULL PRIMARY KEY,
  identificatie TEXT NOT NULL,
  versie BIGINT NOT NULL,
  lv BIGINT NOT NULL,
  eind_lv BIGINT,
  inactief BIGINT,
  begin TEXT NOT NULL,
  eind TEXT,
  eindstatus BIGINT NOT NULL,
  geo_x1 BIGINT,
  geo_y1 BIGINT,
  geo_x2 BIGINT,
  geo_y2 BIGINT,
  body TEXT NOT NULL,
  vorm BIGINT NOT NULL,
  version BIGINT NOT NULL
);
CREATE UNIQUE INDEX adressen_verblijfsobjecten_voorkomen ON adressen_verblijfsobjecten (identificatie, versie, lv);
CREATE INDEX adressen_verblijfsobjecten_geo ON adressen_verblijfsobjecten (geo_x1, geo_x2, geo_y1, geo_y2);

CREATE TABLE adressen_ligplaatsen (
  id UUID NOT NULL PRIMARY KEY,
  identificatie TEXT NOT NULL,
  versie BIGINT NOT NULL,
  lv BIGINT NOT NULL,
  eind_lv BIGINT,
  inactief BIGINT,
  begin TEXT NOT NULL,
  eind TEXT,
  eindstatus BIGINT NOT NULL,
  geo_x1 BIGINT,
  geo_y1 BIGINT,
  geo_x2 BIGINT,
  geo_y2 BIGINT,
  body TEXT NOT NULL,
  vorm BIGINT NOT NULL,
  version BIGINT NOT NULL
);
CREATE UNIQUE INDEX adressen_ligplaatsen_voorkomen ON adressen_ligplaatsen (identificatie, versie, lv);
CREATE INDEX adressen_ligplaatsen_geo ON adressen_ligplaatsen (geo_x1, geo_x2, geo_y1, geo_y2);

CREATE TABLE adressen_standplaatsen (
  id UUID NOT NULL PRIMARY KEY,
  identificatie TEXT NOT NULL,
  versie BIGINT NOT NULL,
  lv BIGINT NOT NULL,
  eind_lv BIGINT,
  inactief BIGINT,
  begin TEXT NOT NULL,
  eind TEXT,
  eindstatus BIGINT NOT NULL,
  geo_x1 BIGINT,
  geo_y1 BIGINT,
  geo_x2 BIGINT,
  geo_y2 BIGINT,
  body TEXT NOT NULL,
  vorm BIGINT NOT NULL,
  version BIGINT NOT NULL
);
CREATE UNIQUE INDEX adressen_standplaatsen_voorkomen ON adressen_standplaatsen (identificatie, versie, lv);
CREATE INDEX adressen_standplaatsen_geo ON adressen_standplaatsen (geo_x1, geo_x2, geo_y1, geo_y2);

CREATE TABLE adressen_panden (
  id UUID NOT NULL PRIMARY KEY,
  identificatie TEXT NOT NULL,
  versie BIGINT NOT NULL,
  lv BIGINT NOT NULL,
  eind_lv BIGINT,
  inactief BIGINT,
  begin TEXT NOT NULL,
  eind TEXT,
  eindstatus BIGINT NOT NULL,
  geo_x1 BIGINT,
  geo_y1 BIGINT,
  geo_x2 BIGINT,
  geo_y2 BIGINT,
  body TEXT NOT NULL,
  vorm BIGINT NOT NULL,
  version BIGINT NOT NULL
);
CREATE UNIQUE INDEX adressen_panden_voorkomen ON adressen_panden (identificatie, versie, lv);
CREATE INDEX adressen_panden_geo ON adressen_panden (geo_x1, geo_x2, geo_y1, geo_y2);

-- What a voorkomen points at: soort is the member of the standard (ligtIn, ligtAan, heeftAlsHoofdAdres, …), doel an identificatie. What is
-- pointed at has voorkomens of its own, and may come later in a delivery, so there is no foreign key.
CREATE TABLE adressen_verwijzingen (
  rij UUID NOT NULL,
  soort TEXT NOT NULL,
  doel TEXT NOT NULL,
  PRIMARY KEY (rij, soort, doel)
);
CREATE INDEX adressen_verwijzingen_doel ON adressen_verwijzingen (doel, soort, rij);
