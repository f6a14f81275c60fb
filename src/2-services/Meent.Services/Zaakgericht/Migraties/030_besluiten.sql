CREATE TABLE zaakgericht_besluiten (
  id UUID PRIMARY KEY,
  version BIGINT NOT NULL,
  vorm BIGINT NOT NULL,
  body TEXT NOT NULL,
  verantwoordelijke_organisatie TEXT NOT NULL,
  identificatie TEXT NOT NULL,
  besluittype UUID NOT NULL REFERENCES zaakgericht_besluittypen (id),
  zaak UUID REFERENCES zaakgericht_zaken (id)
);
CREATE UNIQUE INDEX zaakgericht_besluiten_organisatie_identificatie ON zaakgericht_besluiten (verantwoordelijke_organisatie, identificatie);
CREATE INDEX zaakgericht_besluiten_identificatie ON zaakgericht_besluiten (identificatie, id, besluittype);
CREATE INDEX zaakgericht_besluiten_id_recht ON zaakgericht_besluiten (id, besluittype);
CREATE INDEX zaakgericht_besluiten_recht_id ON zaakgericht_besluiten (besluittype, id);
CREATE INDEX zaakgericht_besluiten_zaak ON zaakgericht_besluiten (zaak, id);

CREATE TABLE zaakgericht_besluitinformatieobjecten (
  id UUID PRIMARY KEY,
  version BIGINT NOT NULL,
  vorm BIGINT NOT NULL,
  body TEXT NOT NULL,
  besluit UUID NOT NULL REFERENCES zaakgericht_besluiten (id) ON DELETE CASCADE,
  besluittype UUID NOT NULL,
  informatieobject UUID NOT NULL REFERENCES zaakgericht_enkelvoudiginformatieobjecten (id)
);
CREATE UNIQUE INDEX zaakgericht_besluitinformatieobjecten_besluit ON zaakgericht_besluitinformatieobjecten (besluit, informatieobject);
CREATE INDEX zaakgericht_besluitinformatieobjecten_informatieobject ON zaakgericht_besluitinformatieobjecten (informatieobject, id);
CREATE INDEX zaakgericht_besluitinformatieobjecten_id_recht ON zaakgericht_besluitinformatieobjecten (id, besluittype);
