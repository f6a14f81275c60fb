-- Who follows whom, and for what: when the list changes they hear of it, under a reference that means something to them only.
CREATE TABLE personen_volgindicaties (
  id UUID NOT NULL PRIMARY KEY,
  persoon UUID NOT NULL REFERENCES personen_personen (id),
  afnemer TEXT NOT NULL,
  doel TEXT NOT NULL,
  gebeurtenissen TEXT NOT NULL,
  begin BIGINT NOT NULL,
  einde BIGINT NOT NULL
);
CREATE INDEX personen_volgindicaties_persoon ON personen_volgindicaties (persoon, afnemer);
