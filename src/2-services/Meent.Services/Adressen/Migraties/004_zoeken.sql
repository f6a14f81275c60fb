-- Streets, and the words of their names and places: what somebody types leads to a few of them. A street that is not done yet is done at the next search.
CREATE TABLE adressen_straten (
  woonplaats TEXT NOT NULL,
  straat TEXT NOT NULL,
  gedaan BIGINT NOT NULL,
  PRIMARY KEY (woonplaats, straat)
);
CREATE INDEX adressen_straten_nieuw ON adressen_straten (woonplaats, straat) WHERE gedaan = 0;
INSERT INTO adressen_straten (woonplaats, straat, gedaan) SELECT DISTINCT woonplaats, straat, 0 FROM adressen_adressen;

CREATE TABLE adressen_zoekwoorden (
  woord TEXT NOT NULL,
  woonplaats TEXT NOT NULL,
  straat TEXT NOT NULL,
  PRIMARY KEY (woord, woonplaats, straat)
);
