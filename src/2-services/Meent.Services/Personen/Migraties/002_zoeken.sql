-- What the questions of BRP Personen search by, from the actual occurrences of the list. *_kaal: without diacritics, in small letters.
-- sleutels: 0 until a row that was there before has them.
ALTER TABLE personen_personen ADD COLUMN sleutels BIGINT NOT NULL DEFAULT 0;
ALTER TABLE personen_personen ADD COLUMN geslachtsnaam TEXT;
ALTER TABLE personen_personen ADD COLUMN geslachtsnaam_kaal TEXT;
ALTER TABLE personen_personen ADD COLUMN voornamen TEXT;
ALTER TABLE personen_personen ADD COLUMN voornamen_kaal TEXT;
ALTER TABLE personen_personen ADD COLUMN voorvoegsel TEXT;
ALTER TABLE personen_personen ADD COLUMN geslacht TEXT;
ALTER TABLE personen_personen ADD COLUMN geboortedatum TEXT;
ALTER TABLE personen_personen ADD COLUMN postcode TEXT;
ALTER TABLE personen_personen ADD COLUMN huisnummer BIGINT;
ALTER TABLE personen_personen ADD COLUMN huisletter TEXT;
ALTER TABLE personen_personen ADD COLUMN toevoeging TEXT;
ALTER TABLE personen_personen ADD COLUMN straat TEXT;
ALTER TABLE personen_personen ADD COLUMN straat_kaal TEXT;
ALTER TABLE personen_personen ADD COLUMN openbareruimte TEXT;
ALTER TABLE personen_personen ADD COLUMN openbareruimte_kaal TEXT;
ALTER TABLE personen_personen ADD COLUMN nummeraanduiding TEXT;
ALTER TABLE personen_personen ADD COLUMN adresseerbaarobject TEXT;

CREATE INDEX personen_personen_sleutels ON personen_personen (sleutels) WHERE sleutels = 0;
-- The day first: a name may be a prefix, and then the rest of an index is of no use.
CREATE INDEX personen_personen_geboren ON personen_personen (geboortedatum, geslachtsnaam_kaal);
CREATE INDEX personen_personen_naam ON personen_personen (gemeente, geslachtsnaam_kaal, voornamen_kaal);
CREATE INDEX personen_personen_postcode ON personen_personen (postcode, huisnummer);
CREATE INDEX personen_personen_straat ON personen_personen (gemeente, huisnummer, straat_kaal);
CREATE INDEX personen_personen_openbareruimte ON personen_personen (gemeente, huisnummer, openbareruimte_kaal);
CREATE INDEX personen_personen_nummeraanduiding ON personen_personen (nummeraanduiding);
CREATE INDEX personen_personen_adresseerbaarobject ON personen_personen (adresseerbaarobject);
