-- What belongs to a zaak. Each bears the type and level of its zaak, for the authorisation filter.
CREATE TABLE zaakgericht_resultaten (
  id UUID PRIMARY KEY,
  version BIGINT NOT NULL,
  vorm BIGINT NOT NULL,
  body TEXT NOT NULL,
  zaak UUID NOT NULL REFERENCES zaakgericht_zaken (id) ON DELETE CASCADE,
  zaaktype UUID NOT NULL,
  vertrouwelijkheid BIGINT NOT NULL,
  resultaattype UUID NOT NULL REFERENCES zaakgericht_resultaattypen (id)
);
CREATE INDEX zaakgericht_resultaten_id_recht ON zaakgericht_resultaten (id, zaaktype, vertrouwelijkheid);
CREATE UNIQUE INDEX zaakgericht_resultaten_zaak ON zaakgericht_resultaten (zaak);
CREATE INDEX zaakgericht_resultaten_resultaattype ON zaakgericht_resultaten (resultaattype, id, zaaktype, vertrouwelijkheid);

CREATE TABLE zaakgericht_zaakobjecten (
  id UUID PRIMARY KEY,
  version BIGINT NOT NULL,
  vorm BIGINT NOT NULL,
  body TEXT NOT NULL,
  zaak UUID NOT NULL REFERENCES zaakgericht_zaken (id) ON DELETE CASCADE,
  zaaktype UUID NOT NULL,
  vertrouwelijkheid BIGINT NOT NULL,
  object TEXT,
  object_type TEXT NOT NULL,
  zaakobjecttype UUID REFERENCES zaakgericht_zaakobjecttypen (id)
);
CREATE INDEX zaakgericht_zaakobjecten_id_recht ON zaakgericht_zaakobjecten (id, zaaktype, vertrouwelijkheid);
CREATE INDEX zaakgericht_zaakobjecten_zaak_object_type ON zaakgericht_zaakobjecten (zaak, object_type, id);
CREATE INDEX zaakgericht_zaakobjecten_object ON zaakgericht_zaakobjecten (object, id, zaaktype, vertrouwelijkheid);
CREATE INDEX zaakgericht_zaakobjecten_object_type ON zaakgericht_zaakobjecten (object_type, id, zaaktype, vertrouwelijkheid);
CREATE INDEX zaakgericht_zaakobjecten_zaakobjecttype ON zaakgericht_zaakobjecten (zaakobjecttype);

CREATE TABLE zaakgericht_zaakeigenschappen (
  id UUID PRIMARY KEY,
  version BIGINT NOT NULL,
  vorm BIGINT NOT NULL,
  body TEXT NOT NULL,
  zaak UUID NOT NULL REFERENCES zaakgericht_zaken (id) ON DELETE CASCADE,
  zaaktype UUID NOT NULL,
  vertrouwelijkheid BIGINT NOT NULL,
  eigenschap UUID NOT NULL REFERENCES zaakgericht_eigenschappen (id),
  naam TEXT NOT NULL
);
CREATE INDEX zaakgericht_zaakeigenschappen_id_recht ON zaakgericht_zaakeigenschappen (id, zaaktype, vertrouwelijkheid);
CREATE INDEX zaakgericht_zaakeigenschappen_zaak_naam ON zaakgericht_zaakeigenschappen (zaak, naam, id);
CREATE INDEX zaakgericht_zaakeigenschappen_eigenschap ON zaakgericht_zaakeigenschappen (eigenschap);

CREATE TABLE zaakgericht_zaakcontactmomenten (
  id UUID PRIMARY KEY,
  version BIGINT NOT NULL,
  vorm BIGINT NOT NULL,
  body TEXT NOT NULL,
  zaak UUID NOT NULL REFERENCES zaakgericht_zaken (id) ON DELETE CASCADE,
  zaaktype UUID NOT NULL,
  vertrouwelijkheid BIGINT NOT NULL,
  contactmoment TEXT NOT NULL
);
CREATE INDEX zaakgericht_zaakcontactmomenten_id_recht ON zaakgericht_zaakcontactmomenten (id, zaaktype, vertrouwelijkheid);
CREATE UNIQUE INDEX zaakgericht_zaakcontactmomenten_zaak_contactmoment ON zaakgericht_zaakcontactmomenten (zaak, contactmoment);
CREATE INDEX zaakgericht_zaakcontactmomenten_contactmoment ON zaakgericht_zaakcontactmomenten (contactmoment, id, zaaktype, vertrouwelijkheid);

CREATE TABLE zaakgericht_zaakverzoeken (
  id UUID PRIMARY KEY,
  version BIGINT NOT NULL,
  vorm BIGINT NOT NULL,
  body TEXT NOT NULL,
  zaak UUID NOT NULL REFERENCES zaakgericht_zaken (id) ON DELETE CASCADE,
  zaaktype UUID NOT NULL,
  vertrouwelijkheid BIGINT NOT NULL,
  verzoek TEXT NOT NULL
);
CREATE INDEX zaakgericht_zaakverzoeken_id_recht ON zaakgericht_zaakverzoeken (id, zaaktype, vertrouwelijkheid);
CREATE UNIQUE INDEX zaakgericht_zaakverzoeken_zaak_verzoek ON zaakgericht_zaakverzoeken (zaak, verzoek);
CREATE INDEX zaakgericht_zaakverzoeken_verzoek ON zaakgericht_zaakverzoeken (verzoek, id, zaaktype, vertrouwelijkheid);

CREATE TABLE zaakgericht_klantcontacten (
  id UUID PRIMARY KEY,
  version BIGINT NOT NULL,
  vorm BIGINT NOT NULL,
  body TEXT NOT NULL,
  zaak UUID NOT NULL REFERENCES zaakgericht_zaken (id) ON DELETE CASCADE,
  zaaktype UUID NOT NULL,
  vertrouwelijkheid BIGINT NOT NULL,
  identificatie TEXT NOT NULL
);
CREATE INDEX zaakgericht_klantcontacten_id_recht ON zaakgericht_klantcontacten (id, zaaktype, vertrouwelijkheid);
CREATE INDEX zaakgericht_klantcontacten_zaak ON zaakgericht_klantcontacten (zaak, id);
CREATE UNIQUE INDEX zaakgericht_klantcontacten_identificatie ON zaakgericht_klantcontacten (identificatie);

-- The texts once more in small letters, for the filters that do not look at capitals.
CREATE TABLE zaakgericht_zaaknotities (
  id UUID PRIMARY KEY,
  version BIGINT NOT NULL,
  vorm BIGINT NOT NULL,
  body TEXT NOT NULL,
  zaak UUID NOT NULL REFERENCES zaakgericht_zaken (id) ON DELETE CASCADE,
  zaaktype UUID NOT NULL,
  vertrouwelijkheid BIGINT NOT NULL,
  onderwerp TEXT NOT NULL,
  onderwerp_klein TEXT NOT NULL,
  tekst TEXT NOT NULL,
  tekst_klein TEXT NOT NULL,
  aangemaakt_door TEXT NOT NULL,
  aangemaakt_door_klein TEXT NOT NULL,
  notitie_type TEXT NOT NULL,
  status TEXT NOT NULL,
  aanmaakdatum BIGINT NOT NULL,
  wijzigingsdatum BIGINT NOT NULL
);
CREATE INDEX zaakgericht_zaaknotities_id_recht ON zaakgericht_zaaknotities (id, zaaktype, vertrouwelijkheid);
CREATE INDEX zaakgericht_zaaknotities_zaak ON zaakgericht_zaaknotities (zaak, id);
CREATE INDEX zaakgericht_zaaknotities_aanmaakdatum ON zaakgericht_zaaknotities (aanmaakdatum, id, zaaktype, vertrouwelijkheid);
CREATE INDEX zaakgericht_zaaknotities_wijzigingsdatum ON zaakgericht_zaaknotities (wijzigingsdatum, id, zaaktype, vertrouwelijkheid);

-- The documents of a zaak; the mirror in Documenten refers to the document, and keeps it from being removed.
CREATE TABLE zaakgericht_zaakinformatieobjecten (
  id UUID PRIMARY KEY,
  version BIGINT NOT NULL,
  vorm BIGINT NOT NULL,
  body TEXT NOT NULL,
  zaak UUID NOT NULL REFERENCES zaakgericht_zaken (id) ON DELETE CASCADE,
  zaaktype UUID NOT NULL,
  vertrouwelijkheid BIGINT NOT NULL,
  informatieobject UUID,
  informatieobject_url TEXT NOT NULL,
  status UUID REFERENCES zaakgericht_statussen (id)
);
CREATE INDEX zaakgericht_zaakinformatieobjecten_id_recht ON zaakgericht_zaakinformatieobjecten (id, zaaktype, vertrouwelijkheid);
CREATE UNIQUE INDEX zaakgericht_zaakinformatieobjecten_zaak_url ON zaakgericht_zaakinformatieobjecten (zaak, informatieobject_url);
CREATE INDEX zaakgericht_zaakinformatieobjecten_url ON zaakgericht_zaakinformatieobjecten (informatieobject_url, id, zaaktype, vertrouwelijkheid);
CREATE INDEX zaakgericht_zaakinformatieobjecten_informatieobject ON zaakgericht_zaakinformatieobjecten (informatieobject);
CREATE INDEX zaakgericht_zaakinformatieobjecten_status ON zaakgericht_zaakinformatieobjecten (status, id);

-- The besluiten of a zaak, with the days that can date its archive.
CREATE TABLE zaakgericht_zaakbesluiten (
  id UUID PRIMARY KEY,
  version BIGINT NOT NULL,
  vorm BIGINT NOT NULL,
  body TEXT NOT NULL,
  zaak UUID NOT NULL REFERENCES zaakgericht_zaken (id) ON DELETE CASCADE,
  zaaktype UUID NOT NULL,
  vertrouwelijkheid BIGINT NOT NULL,
  besluit TEXT NOT NULL,
  ingangsdatum TEXT,
  vervaldatum TEXT
);
CREATE INDEX zaakgericht_zaakbesluiten_id_recht ON zaakgericht_zaakbesluiten (id, zaaktype, vertrouwelijkheid);
CREATE INDEX zaakgericht_zaakbesluiten_zaak ON zaakgericht_zaakbesluiten (zaak, id);
CREATE UNIQUE INDEX zaakgericht_zaakbesluiten_besluit ON zaakgericht_zaakbesluiten (besluit);
