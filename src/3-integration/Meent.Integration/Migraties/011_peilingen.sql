CREATE TABLE integratie_peilingen (
  peer TEXT NOT NULL PRIMARY KEY,
  gekeken BIGINT NOT NULL,
  bereikt BIGINT,
  fout TEXT
);
