-- What a list can be found by more than once: its travel documents (1), and the adresseerbare objecten of all its addresses (2).
CREATE TABLE personen_sleutels (
  soort BIGINT NOT NULL,
  waarde TEXT NOT NULL,
  anummer TEXT NOT NULL REFERENCES personen_personen (anummer),
  PRIMARY KEY (soort, waarde, anummer)
);
CREATE INDEX personen_sleutels_anummer ON personen_sleutels (anummer);

-- Rows that were there before get them before the first search.
UPDATE personen_personen SET sleutels = 0;
