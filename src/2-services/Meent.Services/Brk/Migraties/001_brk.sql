-- A kadastraal onroerende zaak with its rights and burdens, in the standard's JSON.
CREATE TABLE brk_zaken (
  id UUID NOT NULL PRIMARY KEY,
  identificatie TEXT NOT NULL,
  aanduiding TEXT NOT NULL,
  aanduiding_met_code TEXT,
  body TEXT NOT NULL,
  vorm BIGINT NOT NULL,
  version BIGINT NOT NULL
);
CREATE UNIQUE INDEX brk_zaken_identificatie ON brk_zaken (identificatie);
CREATE INDEX brk_zaken_aanduiding ON brk_zaken (aanduiding, identificatie);
CREATE INDEX brk_zaken_aanduiding_met_code ON brk_zaken (aanduiding_met_code, identificatie) WHERE aanduiding_met_code IS NOT NULL;

CREATE TABLE brk_adressen (
  zaak UUID NOT NULL REFERENCES brk_zaken (id) ON DELETE CASCADE,
  nummer BIGINT NOT NULL,
  postcode TEXT,
  huisnummer BIGINT,
  huisletter TEXT NOT NULL,
  toevoeging TEXT NOT NULL,
  nummeraanduiding TEXT,
  PRIMARY KEY (zaak, nummer)
);
CREATE INDEX brk_adressen_postcode ON brk_adressen (postcode, huisnummer) WHERE postcode IS NOT NULL;
CREATE INDEX brk_adressen_nummeraanduiding ON brk_adressen (nummeraanduiding) WHERE nummeraanduiding IS NOT NULL;

-- Who has a right: a BSN, an RSIN or an identificatie of the kadaster, by its type.
CREATE TABLE brk_gerechtigden (
  persoon TEXT NOT NULL,
  type TEXT NOT NULL,
  zaak UUID NOT NULL REFERENCES brk_zaken (id) ON DELETE CASCADE,
  PRIMARY KEY (persoon, type, zaak)
);
CREATE INDEX brk_gerechtigden_zaak ON brk_gerechtigden (zaak);

-- Persons and organisations whom the kadaster keeps itself; names without capitals and diacritics.
CREATE TABLE brk_personen (
  id UUID NOT NULL PRIMARY KEY,
  identificatie TEXT NOT NULL,
  type TEXT NOT NULL,
  naam TEXT,
  geboorte TEXT,
  zetel TEXT,
  body TEXT NOT NULL,
  vorm BIGINT NOT NULL,
  version BIGINT NOT NULL
);
CREATE UNIQUE INDEX brk_personen_identificatie ON brk_personen (identificatie);
CREATE INDEX brk_personen_geboorte ON brk_personen (geboorte, naam) WHERE geboorte IS NOT NULL;
CREATE INDEX brk_personen_zetel ON brk_personen (zetel, naam) WHERE zetel IS NOT NULL;

CREATE TABLE brk_stukken (
  id UUID NOT NULL PRIMARY KEY,
  identificatie TEXT NOT NULL,
  body TEXT NOT NULL,
  vorm BIGINT NOT NULL,
  version BIGINT NOT NULL
);
CREATE UNIQUE INDEX brk_stukken_identificatie ON brk_stukken (identificatie);

CREATE TABLE brk_stukdelen (
  identificatie TEXT NOT NULL PRIMARY KEY,
  stuk UUID NOT NULL REFERENCES brk_stukken (id) ON DELETE CASCADE
);
CREATE INDEX brk_stukdelen_stuk ON brk_stukdelen (stuk);
