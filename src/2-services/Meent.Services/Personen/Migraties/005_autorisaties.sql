-- What a consumer may ask, by the elements of the Logisch Ontwerp (table 35 of RvIG). Never deleted: it ends. Days as yyyy-mm-dd, the last one excluded.
CREATE TABLE personen_autorisaties (
  id UUID NOT NULL PRIMARY KEY,
  afnemer TEXT NOT NULL,
  doel TEXT,
  gemeente TEXT,
  rubrieken TEXT NOT NULL,
  omschrijving TEXT,
  ingang TEXT NOT NULL,
  einde TEXT
);
CREATE INDEX personen_autorisaties_afnemer ON personen_autorisaties (afnemer);
