-- Klantinteracties and Contactgegevens. What a resource shows of others is gathered at read, over the indexes on the references.
--postgres CREATE OR REPLACE FUNCTION hex(id uuid) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT upper(replace(id::text, '-', '')) $$;

CREATE TABLE klantcontact_partijen (
  id UUID PRIMARY KEY,
  version BIGINT NOT NULL,
  vorm BIGINT NOT NULL,
  body TEXT NOT NULL,
  nummer TEXT NOT NULL,
  soort_partij TEXT NOT NULL,
  indicatie_geheimhouding BIGINT,
  indicatie_actief BIGINT NOT NULL,
  voorkeurs_digitaal_adres UUID,
  voorkeurs_rekeningnummer UUID,
  werkte_voor UUID REFERENCES klantcontact_partijen (id),
  bezoekadres_nummeraanduiding TEXT,
  bezoekadres_regel1 TEXT,
  bezoekadres_regel2 TEXT,
  bezoekadres_regel3 TEXT,
  bezoekadres_land TEXT,
  correspondentieadres_nummeraanduiding TEXT,
  correspondentieadres_regel1 TEXT,
  correspondentieadres_regel2 TEXT,
  correspondentieadres_regel3 TEXT,
  correspondentieadres_land TEXT
);
CREATE UNIQUE INDEX klantcontact_partijen_nummer ON klantcontact_partijen (nummer);
CREATE INDEX klantcontact_partijen_voorkeurs_digitaal_adres ON klantcontact_partijen (voorkeurs_digitaal_adres);
CREATE INDEX klantcontact_partijen_voorkeurs_rekeningnummer ON klantcontact_partijen (voorkeurs_rekeningnummer);
CREATE INDEX klantcontact_partijen_werkte_voor ON klantcontact_partijen (werkte_voor);
CREATE INDEX klantcontact_partijen_bezoekadres_nummeraanduiding ON klantcontact_partijen (bezoekadres_nummeraanduiding, id);
CREATE INDEX klantcontact_partijen_correspondentieadres_nummeraanduiding ON klantcontact_partijen (correspondentieadres_nummeraanduiding, id);

CREATE TABLE klantcontact_partijidentificatoren (
  id UUID PRIMARY KEY,
  version BIGINT NOT NULL,
  vorm BIGINT NOT NULL,
  body TEXT NOT NULL,
  partij UUID REFERENCES klantcontact_partijen (id),
  sub_identificator_van UUID REFERENCES klantcontact_partijidentificatoren (id),
  andere TEXT NOT NULL,
  code_objecttype TEXT NOT NULL,
  code_register TEXT NOT NULL,
  code_soort_object_id TEXT NOT NULL,
  object_id TEXT NOT NULL,
  bsn TEXT
);
CREATE UNIQUE INDEX klantcontact_partijidentificatoren_code_objecttype ON klantcontact_partijidentificatoren (object_id, code_soort_object_id, code_objecttype, code_register) WHERE sub_identificator_van IS NULL;
CREATE UNIQUE INDEX klantcontact_partijidentificatoren_sub_code_objecttype ON klantcontact_partijidentificatoren (sub_identificator_van, object_id, code_soort_object_id, code_objecttype, code_register) WHERE sub_identificator_van IS NOT NULL;
CREATE UNIQUE INDEX klantcontact_partijidentificatoren_partij ON klantcontact_partijidentificatoren (partij, code_soort_object_id);
CREATE INDEX klantcontact_partijidentificatoren_object_id ON klantcontact_partijidentificatoren (object_id, id);

CREATE TABLE klantcontact_klantcontacten (
  id UUID PRIMARY KEY,
  version BIGINT NOT NULL,
  vorm BIGINT NOT NULL,
  body TEXT NOT NULL,
  nummer TEXT NOT NULL,
  referentienummer TEXT,
  kanaal TEXT NOT NULL,
  onderwerp TEXT NOT NULL,
  inhoud TEXT NOT NULL,
  reactie TEXT NOT NULL,
  gelukt BIGINT,
  vertrouwelijk BIGINT NOT NULL,
  plaatsgevonden_op TEXT NOT NULL
);
CREATE UNIQUE INDEX klantcontact_klantcontacten_nummer ON klantcontact_klantcontacten (nummer);
CREATE UNIQUE INDEX klantcontact_klantcontacten_referentienummer ON klantcontact_klantcontacten (referentienummer);
CREATE INDEX klantcontact_klantcontacten_plaatsgevonden_op ON klantcontact_klantcontacten (plaatsgevonden_op, id);

CREATE TABLE klantcontact_betrokkenen (
  id UUID PRIMARY KEY,
  version BIGINT NOT NULL,
  vorm BIGINT NOT NULL,
  body TEXT NOT NULL,
  klantcontact UUID NOT NULL REFERENCES klantcontact_klantcontacten (id),
  partij UUID REFERENCES klantcontact_partijen (id),
  rol TEXT NOT NULL,
  organisatienaam TEXT NOT NULL,
  voorletters TEXT,
  voornaam TEXT,
  voorvoegsel TEXT,
  achternaam TEXT
);
CREATE INDEX klantcontact_betrokkenen_klantcontact ON klantcontact_betrokkenen (klantcontact, id);
CREATE INDEX klantcontact_betrokkenen_partij ON klantcontact_betrokkenen (partij, id);
CREATE INDEX klantcontact_betrokkenen_achternaam ON klantcontact_betrokkenen (achternaam, id);
CREATE INDEX klantcontact_betrokkenen_organisatienaam ON klantcontact_betrokkenen (organisatienaam, id);

CREATE TABLE klantcontact_digitaleadressen (
  id UUID PRIMARY KEY,
  version BIGINT NOT NULL,
  vorm BIGINT NOT NULL,
  body TEXT NOT NULL,
  partij UUID REFERENCES klantcontact_partijen (id),
  betrokkene UUID REFERENCES klantcontact_betrokkenen (id),
  adres TEXT NOT NULL,
  adres_klein TEXT NOT NULL,
  soort TEXT NOT NULL,
  standaard BIGINT NOT NULL,
  omschrijving TEXT NOT NULL,
  referentie TEXT NOT NULL,
  verificatie_datum TEXT
);
CREATE UNIQUE INDEX klantcontact_digitaleadressen_standaard ON klantcontact_digitaleadressen (partij, soort) WHERE standaard = 1;
CREATE UNIQUE INDEX klantcontact_digitaleadressen_referentie ON klantcontact_digitaleadressen (partij, referentie, soort) WHERE referentie > '';
CREATE INDEX klantcontact_digitaleadressen_partij ON klantcontact_digitaleadressen (partij, id);
CREATE INDEX klantcontact_digitaleadressen_betrokkene ON klantcontact_digitaleadressen (betrokkene, id);
CREATE INDEX klantcontact_digitaleadressen_adres ON klantcontact_digitaleadressen (adres, id);
CREATE INDEX klantcontact_digitaleadressen_verificatie_datum ON klantcontact_digitaleadressen (verificatie_datum, id);

CREATE TABLE klantcontact_rekeningnummers (
  id UUID PRIMARY KEY,
  version BIGINT NOT NULL,
  vorm BIGINT NOT NULL,
  body TEXT NOT NULL,
  partij UUID REFERENCES klantcontact_partijen (id),
  iban TEXT NOT NULL,
  bic TEXT NOT NULL
);
CREATE INDEX klantcontact_rekeningnummers_partij ON klantcontact_rekeningnummers (partij, id);
CREATE INDEX klantcontact_rekeningnummers_iban ON klantcontact_rekeningnummers (iban, id);

CREATE TABLE klantcontact_vertegenwoordigingen (
  id UUID PRIMARY KEY,
  version BIGINT NOT NULL,
  vorm BIGINT NOT NULL,
  body TEXT NOT NULL,
  vertegenwoordigende UUID NOT NULL REFERENCES klantcontact_partijen (id),
  vertegenwoordigde UUID NOT NULL REFERENCES klantcontact_partijen (id)
);
CREATE UNIQUE INDEX klantcontact_vertegenwoordigingen_vertegenwoordigende ON klantcontact_vertegenwoordigingen (vertegenwoordigende, vertegenwoordigde);
CREATE INDEX klantcontact_vertegenwoordigingen_vertegenwoordigde ON klantcontact_vertegenwoordigingen (vertegenwoordigde, id);

CREATE TABLE klantcontact_categorieen (
  id UUID PRIMARY KEY,
  version BIGINT NOT NULL,
  vorm BIGINT NOT NULL,
  body TEXT NOT NULL,
  naam TEXT NOT NULL
);
CREATE INDEX klantcontact_categorieen_naam ON klantcontact_categorieen (naam, id);

CREATE TABLE klantcontact_categorierelaties (
  id UUID PRIMARY KEY,
  version BIGINT NOT NULL,
  vorm BIGINT NOT NULL,
  body TEXT NOT NULL,
  partij UUID REFERENCES klantcontact_partijen (id),
  categorie UUID REFERENCES klantcontact_categorieen (id),
  begin_datum TEXT,
  eind_datum TEXT
);
CREATE INDEX klantcontact_categorierelaties_partij ON klantcontact_categorierelaties (partij, id);
CREATE INDEX klantcontact_categorierelaties_categorie ON klantcontact_categorierelaties (categorie, id);

CREATE TABLE klantcontact_actoren (
  id UUID PRIMARY KEY,
  version BIGINT NOT NULL,
  vorm BIGINT NOT NULL,
  body TEXT NOT NULL,
  naam TEXT NOT NULL,
  naam_klein TEXT NOT NULL,
  soort TEXT NOT NULL,
  actief BIGINT NOT NULL,
  code_objecttype TEXT,
  code_register TEXT,
  code_soort_object_id TEXT,
  object_id TEXT
);
CREATE INDEX klantcontact_actoren_naam ON klantcontact_actoren (naam, id);
CREATE INDEX klantcontact_actoren_object_id ON klantcontact_actoren (object_id, id);

CREATE TABLE klantcontact_actorklantcontacten (
  id UUID PRIMARY KEY,
  version BIGINT NOT NULL,
  vorm BIGINT NOT NULL,
  body TEXT NOT NULL,
  actor UUID NOT NULL REFERENCES klantcontact_actoren (id),
  klantcontact UUID NOT NULL REFERENCES klantcontact_klantcontacten (id)
);
CREATE UNIQUE INDEX klantcontact_actorklantcontacten_actor ON klantcontact_actorklantcontacten (actor, klantcontact);
CREATE INDEX klantcontact_actorklantcontacten_klantcontact ON klantcontact_actorklantcontacten (klantcontact, id);

CREATE TABLE klantcontact_internetaken (
  id UUID PRIMARY KEY,
  version BIGINT NOT NULL,
  vorm BIGINT NOT NULL,
  body TEXT NOT NULL,
  nummer TEXT NOT NULL,
  referentienummer TEXT,
  klantcontact UUID NOT NULL REFERENCES klantcontact_klantcontacten (id),
  status TEXT NOT NULL,
  toegewezen_op BIGINT NOT NULL
);
CREATE UNIQUE INDEX klantcontact_internetaken_nummer ON klantcontact_internetaken (nummer);
CREATE UNIQUE INDEX klantcontact_internetaken_referentienummer ON klantcontact_internetaken (referentienummer);
CREATE INDEX klantcontact_internetaken_klantcontact ON klantcontact_internetaken (klantcontact, id);
CREATE INDEX klantcontact_internetaken_status ON klantcontact_internetaken (status, id);

-- Who has a task, for the index; their order stands in the task.
CREATE TABLE klantcontact_taakactoren (
  internetaak UUID NOT NULL REFERENCES klantcontact_internetaken (id) ON DELETE CASCADE,
  actor UUID NOT NULL REFERENCES klantcontact_actoren (id),
  PRIMARY KEY (internetaak, actor)
);
CREATE INDEX klantcontact_taakactoren_actor ON klantcontact_taakactoren (actor, internetaak);

CREATE TABLE klantcontact_onderwerpobjecten (
  id UUID PRIMARY KEY,
  version BIGINT NOT NULL,
  vorm BIGINT NOT NULL,
  body TEXT NOT NULL,
  klantcontact UUID REFERENCES klantcontact_klantcontacten (id),
  was_klantcontact UUID REFERENCES klantcontact_klantcontacten (id),
  code_objecttype TEXT,
  code_register TEXT,
  code_soort_object_id TEXT,
  object_id TEXT
);
CREATE INDEX klantcontact_onderwerpobjecten_klantcontact ON klantcontact_onderwerpobjecten (klantcontact, id);
CREATE INDEX klantcontact_onderwerpobjecten_was_klantcontact ON klantcontact_onderwerpobjecten (was_klantcontact, id);
CREATE INDEX klantcontact_onderwerpobjecten_object_id ON klantcontact_onderwerpobjecten (object_id, id);

CREATE TABLE klantcontact_bijlagen (
  id UUID PRIMARY KEY,
  version BIGINT NOT NULL,
  vorm BIGINT NOT NULL,
  body TEXT NOT NULL,
  klantcontact UUID REFERENCES klantcontact_klantcontacten (id),
  code_objecttype TEXT,
  code_register TEXT,
  code_soort_object_id TEXT,
  object_id TEXT
);
CREATE INDEX klantcontact_bijlagen_klantcontact ON klantcontact_bijlagen (klantcontact, id);
CREATE INDEX klantcontact_bijlagen_object_id ON klantcontact_bijlagen (object_id, id);

CREATE TABLE klantcontact_organisaties (
  id UUID PRIMARY KEY,
  version BIGINT NOT NULL,
  vorm BIGINT NOT NULL,
  body TEXT NOT NULL
);

CREATE TABLE klantcontact_personen (
  id UUID PRIMARY KEY,
  version BIGINT NOT NULL,
  vorm BIGINT NOT NULL,
  body TEXT NOT NULL
);

-- What the pipeline keeps of every bron, see the ZGW APIs.
CREATE TABLE klantcontact_tellingen (
  nummer NUMMER,
  tabel TEXT NOT NULL,
  sleutel UUID NOT NULL,
  rang BIGINT NOT NULL,
  aantal BIGINT NOT NULL
);
CREATE INDEX klantcontact_tellingen_tabel ON klantcontact_tellingen (tabel, sleutel, rang, aantal);

CREATE TABLE klantcontact_nummers (
  jaar BIGINT PRIMARY KEY,
  volgende BIGINT NOT NULL
);

CREATE TABLE klantcontact_audittrail (
  id UUID PRIMARY KEY,
  hoofdobject TEXT NOT NULL,
  resource_id UUID NOT NULL,
  resource_url TEXT NOT NULL,
  regel TEXT NOT NULL,
  oud TEXT,
  nieuw TEXT
);
CREATE INDEX klantcontact_audittrail_hoofdobject ON klantcontact_audittrail (hoofdobject, id);
