-- A document in its newest version; older ones stand in zaakgericht_informatieobjectversies.
CREATE TABLE zaakgericht_enkelvoudiginformatieobjecten (
  id UUID PRIMARY KEY,
  version BIGINT NOT NULL,
  vorm BIGINT NOT NULL,
  body TEXT NOT NULL,
  bronorganisatie TEXT NOT NULL,
  identificatie TEXT NOT NULL,
  informatieobjecttype UUID NOT NULL REFERENCES zaakgericht_informatieobjecttypen (id),
  vertrouwelijkheid BIGINT NOT NULL,
  status TEXT NOT NULL,
  gereed_voor_publicatie BIGINT NOT NULL,
  indicatie_gebruiksrecht BIGINT,
  versie BIGINT NOT NULL,
  begin_registratie BIGINT NOT NULL,
  inhoud TEXT,
  slot TEXT,
  bestandsdelen TEXT NOT NULL DEFAULT ''
);
CREATE UNIQUE INDEX zaakgericht_eio_bronorganisatie_identificatie ON zaakgericht_enkelvoudiginformatieobjecten (bronorganisatie, identificatie);
CREATE INDEX zaakgericht_eio_id_recht ON zaakgericht_enkelvoudiginformatieobjecten (id, informatieobjecttype, vertrouwelijkheid);
CREATE INDEX zaakgericht_eio_recht_id ON zaakgericht_enkelvoudiginformatieobjecten (informatieobjecttype, vertrouwelijkheid, id);
CREATE INDEX zaakgericht_eio_identificatie ON zaakgericht_enkelvoudiginformatieobjecten (identificatie, id, informatieobjecttype, vertrouwelijkheid);
CREATE INDEX zaakgericht_eio_inhoud ON zaakgericht_enkelvoudiginformatieobjecten (inhoud);

CREATE TABLE zaakgericht_informatieobjectversies (
  informatieobject UUID NOT NULL REFERENCES zaakgericht_enkelvoudiginformatieobjecten (id) ON DELETE CASCADE,
  versie BIGINT NOT NULL,
  begin_registratie BIGINT NOT NULL,
  vorm BIGINT NOT NULL,
  body TEXT NOT NULL,
  informatieobjecttype UUID NOT NULL,
  vertrouwelijkheid BIGINT NOT NULL,
  gereed_voor_publicatie BIGINT NOT NULL,
  inhoud TEXT,
  PRIMARY KEY (informatieobject, versie)
);
CREATE INDEX zaakgericht_informatieobjectversies_inhoud ON zaakgericht_informatieobjectversies (inhoud);

CREATE TABLE zaakgericht_trefwoorden (
  trefwoord TEXT NOT NULL,
  informatieobject UUID NOT NULL REFERENCES zaakgericht_enkelvoudiginformatieobjecten (id) ON DELETE CASCADE,
  PRIMARY KEY (trefwoord, informatieobject)
);
CREATE INDEX zaakgericht_trefwoorden_informatieobject ON zaakgericht_trefwoorden (informatieobject);

-- A part of a content that is sent in parts; inhoud is empty until it has come.
CREATE TABLE zaakgericht_bestandsdelen (
  id UUID PRIMARY KEY,
  informatieobject UUID NOT NULL REFERENCES zaakgericht_enkelvoudiginformatieobjecten (id) ON DELETE CASCADE,
  volgnummer BIGINT NOT NULL,
  omvang BIGINT NOT NULL,
  inhoud TEXT
);
CREATE UNIQUE INDEX zaakgericht_bestandsdelen_informatieobject ON zaakgericht_bestandsdelen (informatieobject, volgnummer);
CREATE INDEX zaakgericht_bestandsdelen_inhoud ON zaakgericht_bestandsdelen (inhoud);

CREATE TABLE zaakgericht_objectinformatieobjecten (
  id UUID PRIMARY KEY,
  version BIGINT NOT NULL,
  vorm BIGINT NOT NULL,
  body TEXT NOT NULL,
  informatieobject UUID NOT NULL REFERENCES zaakgericht_enkelvoudiginformatieobjecten (id),
  informatieobjecttype UUID NOT NULL,
  vertrouwelijkheid BIGINT NOT NULL,
  object TEXT NOT NULL,
  object_type TEXT NOT NULL
);
CREATE UNIQUE INDEX zaakgericht_objectinformatieobjecten_object ON zaakgericht_objectinformatieobjecten (object, informatieobject);
CREATE INDEX zaakgericht_objectinformatieobjecten_informatieobject ON zaakgericht_objectinformatieobjecten (informatieobject, id);
CREATE INDEX zaakgericht_objectinformatieobjecten_id_recht ON zaakgericht_objectinformatieobjecten (id, informatieobjecttype, vertrouwelijkheid);

CREATE TABLE zaakgericht_gebruiksrechten (
  id UUID PRIMARY KEY,
  version BIGINT NOT NULL,
  vorm BIGINT NOT NULL,
  body TEXT NOT NULL,
  informatieobject UUID NOT NULL REFERENCES zaakgericht_enkelvoudiginformatieobjecten (id) ON DELETE CASCADE,
  informatieobjecttype UUID NOT NULL,
  vertrouwelijkheid BIGINT NOT NULL,
  startdatum BIGINT NOT NULL,
  einddatum BIGINT
);
CREATE INDEX zaakgericht_gebruiksrechten_informatieobject ON zaakgericht_gebruiksrechten (informatieobject, id);
CREATE INDEX zaakgericht_gebruiksrechten_startdatum ON zaakgericht_gebruiksrechten (startdatum, id);
CREATE INDEX zaakgericht_gebruiksrechten_einddatum ON zaakgericht_gebruiksrechten (einddatum, id);
CREATE INDEX zaakgericht_gebruiksrechten_id_recht ON zaakgericht_gebruiksrechten (id, informatieobjecttype, vertrouwelijkheid);

CREATE TABLE zaakgericht_verzendingen (
  id UUID PRIMARY KEY,
  version BIGINT NOT NULL,
  vorm BIGINT NOT NULL,
  body TEXT NOT NULL,
  informatieobject UUID NOT NULL REFERENCES zaakgericht_enkelvoudiginformatieobjecten (id) ON DELETE CASCADE,
  informatieobjecttype UUID NOT NULL,
  vertrouwelijkheid BIGINT NOT NULL,
  aard_relatie TEXT NOT NULL,
  betrokkene TEXT NOT NULL
);
CREATE INDEX zaakgericht_verzendingen_informatieobject ON zaakgericht_verzendingen (informatieobject, id);
CREATE INDEX zaakgericht_verzendingen_betrokkene ON zaakgericht_verzendingen (betrokkene, id);
CREATE INDEX zaakgericht_verzendingen_id_recht ON zaakgericht_verzendingen (id, informatieobjecttype, vertrouwelijkheid);
