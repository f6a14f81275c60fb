-- What the landelijke tabellen say of a code beside its description; days as yyyy-mm-dd.
ALTER TABLE personen_tabelwaarden ADD COLUMN nieuwe_code TEXT;
ALTER TABLE personen_tabelwaarden ADD COLUMN soort TEXT;
ALTER TABLE personen_tabelwaarden ADD COLUMN ingang TEXT;
ALTER TABLE personen_tabelwaarden ADD COLUMN einde TEXT;
