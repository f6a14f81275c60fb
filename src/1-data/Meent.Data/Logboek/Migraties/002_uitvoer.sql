-- Number of the last seal whose records were sent to the collector. Seals have no gaps, so one number says what was sent.
CREATE TABLE logboek_uitvoer (
  id BIGINT NOT NULL PRIMARY KEY,
  zegel BIGINT NOT NULL
);

INSERT INTO logboek_uitvoer (id, zegel) VALUES (1, 0);
