-- What services cost: our own, and what others ask for theirs. Amounts in millionths of a euro.
CREATE TABLE integratie_prijzen (
  aanbieder TEXT NOT NULL,
  dienst TEXT NOT NULL,
  soort TEXT NOT NULL,
  vanaf TEXT NOT NULL,
  bedrag BIGINT NOT NULL,
  PRIMARY KEY (aanbieder, dienst, soort, vanaf)
);

-- Months that were closed, with what was counted in the transaction log and the proof of it.
CREATE TABLE integratie_afrekeningen (
  maand TEXT NOT NULL PRIMARY KEY,
  gesloten BIGINT NOT NULL
);

CREATE TABLE integratie_afrekenregels (
  maand TEXT NOT NULL REFERENCES integratie_afrekeningen (maand),
  kant TEXT NOT NULL,
  peer TEXT NOT NULL,
  dienst TEXT NOT NULL,
  soort TEXT NOT NULL,
  grant_hash TEXT NOT NULL,
  delegator TEXT NOT NULL,
  prijs BIGINT NOT NULL,
  aantal BIGINT NOT NULL,
  eerste UUID,
  laatste UUID,
  bewijs TEXT NOT NULL,
  PRIMARY KEY (maand, kant, peer, dienst, soort, grant_hash, prijs)
);
CREATE INDEX integratie_afrekenregels_gebruik ON integratie_afrekenregels (kant, peer, dienst, maand);
