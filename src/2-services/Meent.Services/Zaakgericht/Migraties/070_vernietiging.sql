-- A list of zaken to be destroyed, and who agreed. Lines point at no row: what they name will be gone, the line stays.
CREATE TABLE zaakgericht_vernietigingslijsten (
  id UUID PRIMARY KEY,
  version BIGINT NOT NULL,
  naam TEXT NOT NULL,
  stand TEXT NOT NULL,
  opsteller TEXT NOT NULL,
  opgesteld BIGINT NOT NULL,
  behandelaar TEXT,
  beoordeeld BIGINT,
  archivaris TEXT,
  vastgesteld BIGINT,
  uitvoerder TEXT,
  uitgevoerd BIGINT,
  toelichting TEXT NOT NULL DEFAULT '',
  verklaring TEXT
);
CREATE TABLE zaakgericht_vernietigingsregels (
  lijst UUID NOT NULL REFERENCES zaakgericht_vernietigingslijsten (id),
  zaak UUID NOT NULL,
  identificatie TEXT NOT NULL,
  zaaktype TEXT NOT NULL,
  einddatum TEXT NOT NULL,
  archiefactiedatum TEXT NOT NULL,
  stand TEXT NOT NULL,
  reden TEXT NOT NULL DEFAULT '',
  documenten BIGINT NOT NULL DEFAULT 0,
  PRIMARY KEY (lijst, zaak)
);
-- A zaak stands on one open list at most.
CREATE UNIQUE INDEX zaakgericht_vernietigingsregels_zaak ON zaakgericht_vernietigingsregels (zaak) WHERE stand IN ('voorgesteld', 'vernietigd');
