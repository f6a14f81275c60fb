CREATE TABLE objecten_objecttypen (
  id UUID PRIMARY KEY,
  version BIGINT NOT NULL,
  vorm BIGINT NOT NULL,
  body TEXT NOT NULL,
  classificatie TEXT NOT NULL,
  met_geometrie BIGINT NOT NULL,
  gemaakt BIGINT NOT NULL
);
CREATE INDEX objecten_objecttypen_gemaakt ON objecten_objecttypen (gemaakt, id);

CREATE TABLE objecten_typeversies (
  objecttype UUID NOT NULL REFERENCES objecten_objecttypen (id),
  versie BIGINT NOT NULL,
  status TEXT NOT NULL,
  json_schema TEXT NOT NULL,
  gemaakt TEXT NOT NULL,
  gewijzigd TEXT NOT NULL,
  gepubliceerd TEXT,
  PRIMARY KEY (objecttype, versie)
);

CREATE TABLE objecten_objecten (
  id UUID PRIMARY KEY,
  version BIGINT NOT NULL,
  objecttype UUID NOT NULL REFERENCES objecten_objecttypen (id)
);
CREATE INDEX objecten_objecten_objecttype ON objecten_objecten (objecttype);

-- What held of an object from start_at to end_at, as it was known since registration_at. Of each object the last one has no end.
CREATE TABLE objecten_records (
  id UUID PRIMARY KEY,
  object UUID NOT NULL REFERENCES objecten_objecten (id) ON DELETE CASCADE,
  volgnummer BIGINT NOT NULL,
  objecttype UUID NOT NULL,
  typeversie BIGINT NOT NULL,
  start_at TEXT NOT NULL,
  end_at TEXT,
  registration_at TEXT NOT NULL,
  correction_for BIGINT,
  corrected_by BIGINT,
  data TEXT NOT NULL,
  zoektekst TEXT NOT NULL,
  verwijzingen TEXT NOT NULL,
  geometrie TEXT,
  geo_x1 BIGINT,
  geo_y1 BIGINT,
  geo_x2 BIGINT,
  geo_y2 BIGINT,
  FOREIGN KEY (objecttype, typeversie) REFERENCES objecten_typeversies (objecttype, versie)
);
CREATE UNIQUE INDEX objecten_records_object_volgnummer ON objecten_records (object, volgnummer);
-- Covering, so that a page is found without touching data: newest first, of all types or of one.
CREATE INDEX objecten_records_id_recht ON objecten_records (id, objecttype, start_at, end_at, object, volgnummer);
CREATE INDEX objecten_records_recht_id ON objecten_records (objecttype, id, start_at, end_at, object, volgnummer, typeversie);
CREATE INDEX objecten_records_geo ON objecten_records (geo_x1, geo_x2, geo_y1, geo_y2) WHERE geo_x1 IS NOT NULL;

-- Each value of data that a filter can name, in a form that both engines compare alike: text by its first characters, numbers in an order of their own.
CREATE TABLE objecten_waarden (
  record UUID NOT NULL REFERENCES objecten_records (id) ON DELETE CASCADE,
  pad TEXT NOT NULL,
  sleutel TEXT,
  getal BIGINT,
  klein TEXT NOT NULL,
  PRIMARY KEY (record, pad)
);
CREATE INDEX objecten_waarden_pad_sleutel ON objecten_waarden (pad, sleutel, record);
CREATE INDEX objecten_waarden_pad_getal ON objecten_waarden (pad, getal, record);
