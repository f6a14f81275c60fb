-- Every filter and order of GET /zaken and GET /rollen. A date to order by is '~' when it is absent: NULL sorts first on one engine and last on the other.
ALTER TABLE zaakgericht_zaken ADD COLUMN einde TEXT NOT NULL DEFAULT '~';
ALTER TABLE zaakgericht_zaken ADD COLUMN publicatiedatum TEXT NOT NULL DEFAULT '~';
ALTER TABLE zaakgericht_zaken ADD COLUMN archiefactiedatum TEXT NOT NULL DEFAULT '~';
ALTER TABLE zaakgericht_zaken ADD COLUMN archiefnominatie TEXT NOT NULL DEFAULT '';
ALTER TABLE zaakgericht_zaken ADD COLUMN archiefstatus TEXT NOT NULL DEFAULT 'nog_te_archiveren';
ALTER TABLE zaakgericht_zaken ADD COLUMN einddatum_gepland TEXT;
ALTER TABLE zaakgericht_zaken ADD COLUMN uiterlijke_einddatum TEXT;
CREATE INDEX zaakgericht_zaken_recht_identificatie ON zaakgericht_zaken (zaaktype, vertrouwelijkheid, identificatie, id);
CREATE INDEX zaakgericht_zaken_registratiedatum ON zaakgericht_zaken (registratiedatum, id, zaaktype, vertrouwelijkheid);
CREATE INDEX zaakgericht_zaken_recht_registratiedatum ON zaakgericht_zaken (zaaktype, vertrouwelijkheid, registratiedatum, id);
CREATE INDEX zaakgericht_zaken_einde ON zaakgericht_zaken (einde, id, zaaktype, vertrouwelijkheid);
CREATE INDEX zaakgericht_zaken_recht_einde ON zaakgericht_zaken (zaaktype, vertrouwelijkheid, einde, id);
CREATE INDEX zaakgericht_zaken_publicatiedatum ON zaakgericht_zaken (publicatiedatum, id, zaaktype, vertrouwelijkheid);
CREATE INDEX zaakgericht_zaken_recht_publicatiedatum ON zaakgericht_zaken (zaaktype, vertrouwelijkheid, publicatiedatum, id);
CREATE INDEX zaakgericht_zaken_archiefactiedatum ON zaakgericht_zaken (archiefactiedatum, id, zaaktype, vertrouwelijkheid);
CREATE INDEX zaakgericht_zaken_recht_archiefactiedatum ON zaakgericht_zaken (zaaktype, vertrouwelijkheid, archiefactiedatum, id);
CREATE INDEX zaakgericht_zaken_einddatum_gepland ON zaakgericht_zaken (einddatum_gepland, id, zaaktype, vertrouwelijkheid) WHERE einddatum_gepland IS NOT NULL;
CREATE INDEX zaakgericht_zaken_uiterlijke_einddatum ON zaakgericht_zaken (uiterlijke_einddatum, id, zaaktype, vertrouwelijkheid) WHERE uiterlijke_einddatum IS NOT NULL;

-- Who takes part, by each way to say so; a rol has one or two of them, so the indexes hold only those.
ALTER TABLE zaakgericht_rollen ADD COLUMN omschrijving TEXT NOT NULL DEFAULT '';
ALTER TABLE zaakgericht_rollen ADD COLUMN betrokkene TEXT;
ALTER TABLE zaakgericht_rollen ADD COLUMN anp_identificatie TEXT;
ALTER TABLE zaakgericht_rollen ADD COLUMN a_nummer TEXT;
ALTER TABLE zaakgericht_rollen ADD COLUMN nnp_id TEXT;
ALTER TABLE zaakgericht_rollen ADD COLUMN ann_identificatie TEXT;
ALTER TABLE zaakgericht_rollen ADD COLUMN vestigingsnummer TEXT;
ALTER TABLE zaakgericht_rollen ADD COLUMN organisatorische_eenheid TEXT;
ALTER TABLE zaakgericht_rollen ADD COLUMN medewerker TEXT;
ALTER TABLE zaakgericht_rollen ADD COLUMN statussen TEXT NOT NULL DEFAULT '';
CREATE INDEX zaakgericht_rollen_betrokkene ON zaakgericht_rollen (betrokkene, zaak) WHERE betrokkene IS NOT NULL;
CREATE INDEX zaakgericht_rollen_anp_identificatie ON zaakgericht_rollen (anp_identificatie, zaak) WHERE anp_identificatie IS NOT NULL;
CREATE INDEX zaakgericht_rollen_a_nummer ON zaakgericht_rollen (a_nummer, zaak) WHERE a_nummer IS NOT NULL;
CREATE INDEX zaakgericht_rollen_nnp_id ON zaakgericht_rollen (nnp_id, zaak) WHERE nnp_id IS NOT NULL;
CREATE INDEX zaakgericht_rollen_ann_identificatie ON zaakgericht_rollen (ann_identificatie, zaak) WHERE ann_identificatie IS NOT NULL;
CREATE INDEX zaakgericht_rollen_vestigingsnummer ON zaakgericht_rollen (vestigingsnummer, zaak) WHERE vestigingsnummer IS NOT NULL;
CREATE INDEX zaakgericht_rollen_organisatorische_eenheid ON zaakgericht_rollen (organisatorische_eenheid, zaak) WHERE organisatorische_eenheid IS NOT NULL;
CREATE INDEX zaakgericht_rollen_medewerker ON zaakgericht_rollen (medewerker, zaak) WHERE medewerker IS NOT NULL;
CREATE INDEX zaakgericht_rollen_roltype ON zaakgericht_rollen (roltype, id, zaaktype, vertrouwelijkheid);

-- What a status shows: the documents that were added while it held. The rol that set it shows it.
ALTER TABLE zaakgericht_statussen ADD COLUMN zaakinformatieobjecten TEXT NOT NULL DEFAULT '';
ALTER TABLE zaakgericht_statussen ADD COLUMN gezetdoor UUID;
CREATE INDEX zaakgericht_statussen_gezetdoor ON zaakgericht_statussen (gezetdoor, id) WHERE gezetdoor IS NOT NULL;
CREATE INDEX zaakgericht_statussen_statustype ON zaakgericht_statussen (statustype, id, zaaktype, vertrouwelijkheid);

-- Which other zaken a zaak names: to take them out when one is destroyed, and to date the archive by them.
CREATE TABLE zaakgericht_relevante_zaken (
  zaak UUID NOT NULL REFERENCES zaakgericht_zaken (id) ON DELETE CASCADE,
  andere UUID NOT NULL REFERENCES zaakgericht_zaken (id) ON DELETE CASCADE,
  PRIMARY KEY (zaak, andere)
);
CREATE INDEX zaakgericht_relevante_zaken_andere ON zaakgericht_relevante_zaken (andere, zaak);
