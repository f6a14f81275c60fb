CREATE TABLE integratie_acties (
  id UUID NOT NULL PRIMARY KEY,
  wanneer BIGINT NOT NULL,
  client TEXT NOT NULL,
  gebruiker TEXT NOT NULL,
  actie TEXT NOT NULL,
  contract TEXT,
  peer TEXT,
  reden TEXT NOT NULL,
  trace TEXT
);
CREATE INDEX integratie_acties_wanneer ON integratie_acties (wanneer, id);
CREATE INDEX integratie_acties_contract ON integratie_acties (contract, wanneer, id) WHERE contract IS NOT NULL;
