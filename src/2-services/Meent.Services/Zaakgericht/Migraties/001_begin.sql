-- The ZGW APIs are one bron: foreign keys and transactions run across Catalogi and Zaken.
CREATE TABLE zaakgericht_catalogussen (
  id UUID PRIMARY KEY,
  version BIGINT NOT NULL,
  vorm BIGINT NOT NULL,
  body TEXT NOT NULL,
  domein TEXT NOT NULL,
  rsin TEXT NOT NULL,
  zaaktypen TEXT NOT NULL DEFAULT ''
);
CREATE UNIQUE INDEX zaakgericht_catalogussen_domein_rsin ON zaakgericht_catalogussen (domein, rsin);

CREATE TABLE zaakgericht_zaaktypen (
  id UUID PRIMARY KEY,
  version BIGINT NOT NULL,
  vorm BIGINT NOT NULL,
  body TEXT NOT NULL,
  catalogus UUID NOT NULL REFERENCES zaakgericht_catalogussen (id),
  catalogus_url TEXT NOT NULL,
  identificatie TEXT NOT NULL,
  vertrouwelijkheid BIGINT NOT NULL,
  begin_geldigheid TEXT NOT NULL,
  einde_geldigheid TEXT,
  concept BIGINT NOT NULL,
  statustypen TEXT NOT NULL DEFAULT '',
  roltypen TEXT NOT NULL DEFAULT ''
);
CREATE INDEX zaakgericht_zaaktypen_catalogus_identificatie ON zaakgericht_zaaktypen (catalogus, identificatie, begin_geldigheid);
CREATE INDEX zaakgericht_zaaktypen_identificatie ON zaakgericht_zaaktypen (identificatie, begin_geldigheid);

CREATE TABLE zaakgericht_statustypen (
  id UUID PRIMARY KEY,
  version BIGINT NOT NULL,
  vorm BIGINT NOT NULL,
  body TEXT NOT NULL,
  zaaktype UUID NOT NULL REFERENCES zaakgericht_zaaktypen (id) ON DELETE CASCADE,
  volgnummer BIGINT NOT NULL
);
CREATE UNIQUE INDEX zaakgericht_statustypen_zaaktype_volgnummer ON zaakgericht_statustypen (zaaktype, volgnummer);

CREATE TABLE zaakgericht_roltypen (
  id UUID PRIMARY KEY,
  version BIGINT NOT NULL,
  vorm BIGINT NOT NULL,
  body TEXT NOT NULL,
  zaaktype UUID NOT NULL REFERENCES zaakgericht_zaaktypen (id) ON DELETE CASCADE,
  omschrijving TEXT NOT NULL,
  omschrijving_generiek TEXT NOT NULL
);
CREATE INDEX zaakgericht_roltypen_zaaktype ON zaakgericht_roltypen (zaaktype);

CREATE TABLE zaakgericht_zaken (
  id UUID PRIMARY KEY,
  version BIGINT NOT NULL,
  vorm BIGINT NOT NULL,
  body TEXT NOT NULL,
  bronorganisatie TEXT NOT NULL,
  identificatie TEXT NOT NULL,
  zaaktype UUID NOT NULL REFERENCES zaakgericht_zaaktypen (id),
  vertrouwelijkheid BIGINT NOT NULL,
  startdatum TEXT NOT NULL,
  registratiedatum TEXT NOT NULL,
  einddatum TEXT,
  hoofdzaak UUID REFERENCES zaakgericht_zaken (id),
  laatste_status UUID,
  laatste_status_gezet BIGINT NOT NULL DEFAULT 0,
  status TEXT NOT NULL DEFAULT '',
  resultaat TEXT NOT NULL DEFAULT '',
  rollen TEXT NOT NULL DEFAULT '',
  deelzaken TEXT NOT NULL DEFAULT '',
  eigenschappen TEXT NOT NULL DEFAULT '',
  zaakinformatieobjecten TEXT NOT NULL DEFAULT '',
  zaakobjecten TEXT NOT NULL DEFAULT ''
);
CREATE UNIQUE INDEX zaakgericht_zaken_bronorganisatie_identificatie ON zaakgericht_zaken (bronorganisatie, identificatie);
-- Covering, so that a client with many types walks it without touching a body, and one with few gets a short walk per type and rank.
CREATE INDEX zaakgericht_zaken_id_recht ON zaakgericht_zaken (id, zaaktype, vertrouwelijkheid);
CREATE INDEX zaakgericht_zaken_recht_id ON zaakgericht_zaken (zaaktype, vertrouwelijkheid, id);
CREATE INDEX zaakgericht_zaken_identificatie ON zaakgericht_zaken (identificatie, id, zaaktype, vertrouwelijkheid);
CREATE INDEX zaakgericht_zaken_startdatum ON zaakgericht_zaken (startdatum, id, zaaktype, vertrouwelijkheid);
CREATE INDEX zaakgericht_zaken_recht_startdatum ON zaakgericht_zaken (zaaktype, vertrouwelijkheid, startdatum, id);
CREATE INDEX zaakgericht_zaken_hoofdzaak ON zaakgericht_zaken (hoofdzaak);

CREATE TABLE zaakgericht_statussen (
  id UUID PRIMARY KEY,
  version BIGINT NOT NULL,
  vorm BIGINT NOT NULL,
  body TEXT NOT NULL,
  zaak UUID NOT NULL REFERENCES zaakgericht_zaken (id) ON DELETE CASCADE,
  zaaktype UUID NOT NULL,
  vertrouwelijkheid BIGINT NOT NULL,
  statustype UUID NOT NULL REFERENCES zaakgericht_statustypen (id),
  gezet BIGINT NOT NULL
);
CREATE UNIQUE INDEX zaakgericht_statussen_zaak_gezet ON zaakgericht_statussen (zaak, gezet);
CREATE INDEX zaakgericht_statussen_zaak_id ON zaakgericht_statussen (zaak, id);
CREATE INDEX zaakgericht_statussen_id_recht ON zaakgericht_statussen (id, zaaktype, vertrouwelijkheid);

CREATE TABLE zaakgericht_rollen (
  id UUID PRIMARY KEY,
  version BIGINT NOT NULL,
  vorm BIGINT NOT NULL,
  body TEXT NOT NULL,
  zaak UUID NOT NULL REFERENCES zaakgericht_zaken (id) ON DELETE CASCADE,
  zaaktype UUID NOT NULL,
  vertrouwelijkheid BIGINT NOT NULL,
  roltype UUID NOT NULL REFERENCES zaakgericht_roltypen (id),
  betrokkene_type TEXT NOT NULL,
  omschrijving_generiek TEXT NOT NULL,
  bsn TEXT
);
CREATE INDEX zaakgericht_rollen_zaak_id ON zaakgericht_rollen (zaak, id);
CREATE INDEX zaakgericht_rollen_bsn ON zaakgericht_rollen (bsn, zaak);
CREATE INDEX zaakgericht_rollen_id_recht ON zaakgericht_rollen (id, zaaktype, vertrouwelijkheid);

-- Appended by every write, folded now and then: how many rows there are of a type and rank.
CREATE TABLE zaakgericht_tellingen (
  nummer NUMMER,
  tabel TEXT NOT NULL,
  sleutel UUID NOT NULL,
  rang BIGINT NOT NULL,
  aantal BIGINT NOT NULL
);
CREATE INDEX zaakgericht_tellingen_tabel ON zaakgericht_tellingen (tabel, sleutel, rang, aantal);

CREATE TABLE zaakgericht_nummers (
  jaar BIGINT PRIMARY KEY,
  volgende BIGINT NOT NULL
);

CREATE TABLE zaakgericht_audittrail (
  id UUID PRIMARY KEY,
  hoofdobject TEXT NOT NULL,
  resource_id UUID NOT NULL,
  resource_url TEXT NOT NULL,
  regel TEXT NOT NULL,
  oud TEXT,
  nieuw TEXT
);
CREATE INDEX zaakgericht_audittrail_hoofdobject ON zaakgericht_audittrail (hoofdobject, id);
