-- What the transaction log says of days that are over, for looking at months that are open. What is billed is counted from the log itself.
CREATE TABLE integratie_getelde_dagen (
  dag TEXT NOT NULL PRIMARY KEY
);

CREATE TABLE integratie_dagtellingen (
  dag TEXT NOT NULL REFERENCES integratie_getelde_dagen (dag),
  kant TEXT NOT NULL,
  peer TEXT NOT NULL,
  dienst TEXT NOT NULL,
  grant_hash TEXT NOT NULL,
  delegator TEXT NOT NULL,
  aantal BIGINT NOT NULL,
  eerste UUID NOT NULL,
  laatste UUID NOT NULL,
  PRIMARY KEY (dag, kant, peer, dienst, grant_hash, delegator)
);
