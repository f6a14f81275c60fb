-- The whole of Catalogi 1.3. Arrays of related types are collected at read: they depend on the day.
ALTER TABLE zaakgericht_catalogussen DROP COLUMN zaaktypen;
ALTER TABLE zaakgericht_zaaktypen DROP COLUMN statustypen;
ALTER TABLE zaakgericht_zaaktypen DROP COLUMN roltypen;
ALTER TABLE zaakgericht_zaaktypen ADD COLUMN gerelateerd TEXT NOT NULL DEFAULT '[]';
ALTER TABLE zaakgericht_zaaktypen ADD COLUMN begin_object TEXT;
ALTER TABLE zaakgericht_zaaktypen ADD COLUMN einde_object TEXT;
-- SQLite shows an id as 32 hexadecimal digits with hex(); PostgreSQL learns it.
--postgres CREATE OR REPLACE FUNCTION hex(id uuid) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT upper(replace(id::text, '-', '')) $$;

CREATE TABLE zaakgericht_informatieobjecttypen (
  id UUID PRIMARY KEY,
  version BIGINT NOT NULL,
  vorm BIGINT NOT NULL,
  body TEXT NOT NULL,
  catalogus UUID NOT NULL REFERENCES zaakgericht_catalogussen (id),
  omschrijving TEXT NOT NULL,
  vertrouwelijkheid BIGINT NOT NULL,
  begin_geldigheid TEXT NOT NULL,
  einde_geldigheid TEXT,
  concept BIGINT NOT NULL
);
CREATE INDEX zaakgericht_informatieobjecttypen_catalogus_omschrijving ON zaakgericht_informatieobjecttypen (catalogus, omschrijving, begin_geldigheid);
CREATE INDEX zaakgericht_informatieobjecttypen_omschrijving ON zaakgericht_informatieobjecttypen (omschrijving, begin_geldigheid);

CREATE TABLE zaakgericht_besluittypen (
  id UUID PRIMARY KEY,
  version BIGINT NOT NULL,
  vorm BIGINT NOT NULL,
  body TEXT NOT NULL,
  catalogus UUID NOT NULL REFERENCES zaakgericht_catalogussen (id),
  omschrijving TEXT NOT NULL,
  begin_geldigheid TEXT NOT NULL,
  einde_geldigheid TEXT,
  concept BIGINT NOT NULL
);
CREATE INDEX zaakgericht_besluittypen_catalogus_omschrijving ON zaakgericht_besluittypen (catalogus, omschrijving, begin_geldigheid);
CREATE INDEX zaakgericht_besluittypen_omschrijving ON zaakgericht_besluittypen (omschrijving, begin_geldigheid);

CREATE TABLE zaakgericht_resultaattypen (
  id UUID PRIMARY KEY,
  version BIGINT NOT NULL,
  vorm BIGINT NOT NULL,
  body TEXT NOT NULL,
  zaaktype UUID NOT NULL REFERENCES zaakgericht_zaaktypen (id) ON DELETE CASCADE,
  omschrijving TEXT NOT NULL
);
CREATE INDEX zaakgericht_resultaattypen_zaaktype ON zaakgericht_resultaattypen (zaaktype, omschrijving);

CREATE TABLE zaakgericht_eigenschappen (
  id UUID PRIMARY KEY,
  version BIGINT NOT NULL,
  vorm BIGINT NOT NULL,
  body TEXT NOT NULL,
  zaaktype UUID NOT NULL REFERENCES zaakgericht_zaaktypen (id) ON DELETE CASCADE,
  naam TEXT NOT NULL,
  statustype UUID REFERENCES zaakgericht_statustypen (id)
);
CREATE INDEX zaakgericht_eigenschappen_zaaktype ON zaakgericht_eigenschappen (zaaktype, naam);
CREATE INDEX zaakgericht_eigenschappen_statustype ON zaakgericht_eigenschappen (statustype);

CREATE TABLE zaakgericht_zaakobjecttypen (
  id UUID PRIMARY KEY,
  version BIGINT NOT NULL,
  vorm BIGINT NOT NULL,
  body TEXT NOT NULL,
  zaaktype UUID NOT NULL REFERENCES zaakgericht_zaaktypen (id) ON DELETE CASCADE,
  ander_objecttype BIGINT NOT NULL,
  objecttype TEXT NOT NULL,
  relatie_omschrijving TEXT NOT NULL
);
CREATE INDEX zaakgericht_zaakobjecttypen_zaaktype ON zaakgericht_zaakobjecttypen (zaaktype);
CREATE INDEX zaakgericht_zaakobjecttypen_objecttype ON zaakgericht_zaakobjecttypen (objecttype);

-- The informatieobjecttype by its omschrijving: which version it is depends on the day.
CREATE TABLE zaakgericht_zaaktype_informatieobjecttypen (
  id UUID PRIMARY KEY,
  version BIGINT NOT NULL,
  vorm BIGINT NOT NULL,
  body TEXT NOT NULL,
  zaaktype UUID NOT NULL REFERENCES zaakgericht_zaaktypen (id) ON DELETE CASCADE,
  informatieobjecttype TEXT NOT NULL,
  volgnummer BIGINT NOT NULL,
  richting TEXT NOT NULL,
  statustype UUID REFERENCES zaakgericht_statustypen (id)
);
CREATE UNIQUE INDEX zaakgericht_zaaktype_informatieobjecttypen_volgnummer ON zaakgericht_zaaktype_informatieobjecttypen (zaaktype, volgnummer);
CREATE INDEX zaakgericht_zaaktype_informatieobjecttypen_zaaktype ON zaakgericht_zaaktype_informatieobjecttypen (zaaktype, informatieobjecttype);
CREATE INDEX zaakgericht_zaaktype_informatieobjecttypen_type ON zaakgericht_zaaktype_informatieobjecttypen (informatieobjecttype, zaaktype);
CREATE INDEX zaakgericht_zaaktype_informatieobjecttypen_statustype ON zaakgericht_zaaktype_informatieobjecttypen (statustype);

-- What a version of a type names: other types of its catalogue by their identificatie or omschrijving, and its trefwoorden.
CREATE TABLE zaakgericht_typenamen (
  type UUID NOT NULL,
  soort TEXT NOT NULL,
  naam TEXT NOT NULL,
  PRIMARY KEY (type, soort, naam)
);
CREATE INDEX zaakgericht_typenamen_naam ON zaakgericht_typenamen (soort, naam, type);

-- The eigenschappen that a statustype asks for, besides those that name the statustype themselves.
CREATE TABLE zaakgericht_statustype_eigenschappen (
  statustype UUID NOT NULL REFERENCES zaakgericht_statustypen (id) ON DELETE CASCADE,
  eigenschap UUID NOT NULL REFERENCES zaakgericht_eigenschappen (id) ON DELETE CASCADE,
  PRIMARY KEY (statustype, eigenschap)
);
CREATE INDEX zaakgericht_statustype_eigenschappen_eigenschap ON zaakgericht_statustype_eigenschappen (eigenschap);
