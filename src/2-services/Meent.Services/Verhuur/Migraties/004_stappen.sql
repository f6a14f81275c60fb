-- A number that is suspended still stands for its host, dwelling and unit: who registers again finds it, and gets no new one.
DROP INDEX verhuur_registraties_actief;
CREATE UNIQUE INDEX verhuur_registraties_lopend ON verhuur_registraties (houder, houder_soort, woonruimte, eenheid) WHERE beeindigd IS NULL;

-- What was done about a number, in order; never changed.
CREATE TABLE verhuur_stappen (
  registratie UUID NOT NULL REFERENCES verhuur_registraties (id),
  volgnummer BIGINT NOT NULL,
  body TEXT NOT NULL,
  vorm BIGINT NOT NULL,
  PRIMARY KEY (registratie, volgnummer)
);
