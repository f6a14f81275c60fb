CREATE TABLE integratie_peers (
  id TEXT NOT NULL PRIMARY KEY,
  naam TEXT NOT NULL,
  adres TEXT NOT NULL,
  gezien BIGINT NOT NULL
);

CREATE TABLE integratie_contracten (
  hash TEXT NOT NULL PRIMARY KEY,
  iv UUID NOT NULL,
  content TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  not_before BIGINT NOT NULL,
  not_after BIGINT NOT NULL
);
CREATE UNIQUE INDEX integratie_contracten_iv ON integratie_contracten (iv);
CREATE INDEX integratie_contracten_created_at ON integratie_contracten (created_at, hash);

CREATE TABLE integratie_partijen (
  peer TEXT NOT NULL,
  contract TEXT NOT NULL REFERENCES integratie_contracten (hash),
  PRIMARY KEY (peer, contract)
);
CREATE INDEX integratie_partijen_contract ON integratie_partijen (contract);

CREATE TABLE integratie_grants (
  hash TEXT NOT NULL PRIMARY KEY,
  contract TEXT NOT NULL REFERENCES integratie_contracten (hash),
  type TEXT NOT NULL,
  service_peer TEXT NOT NULL,
  service TEXT NOT NULL,
  outway_peer TEXT
);
CREATE INDEX integratie_grants_contract ON integratie_grants (contract);
CREATE INDEX integratie_grants_outway_peer ON integratie_grants (outway_peer, service);
CREATE INDEX integratie_grants_service ON integratie_grants (service_peer, service);

CREATE TABLE integratie_handtekeningen (
  contract TEXT NOT NULL REFERENCES integratie_contracten (hash),
  soort TEXT NOT NULL,
  peer TEXT NOT NULL,
  jws TEXT NOT NULL,
  gezet BIGINT NOT NULL,
  PRIMARY KEY (contract, soort, peer)
);

CREATE TABLE integratie_bezorgingen (
  contract TEXT NOT NULL REFERENCES integratie_contracten (hash),
  peer TEXT NOT NULL,
  soort TEXT NOT NULL,
  pogingen BIGINT NOT NULL,
  volgende BIGINT,
  bezorgd BIGINT,
  fout TEXT,
  PRIMARY KEY (contract, peer, soort)
);
CREATE INDEX integratie_bezorgingen_volgende ON integratie_bezorgingen (volgende) WHERE volgende IS NOT NULL;

CREATE TABLE integratie_transacties (
  id UUID NOT NULL PRIMARY KEY,
  transactie UUID NOT NULL,
  richting TEXT NOT NULL,
  grant_hash TEXT NOT NULL,
  outway_peer TEXT NOT NULL,
  outway_delegator TEXT,
  service_peer TEXT NOT NULL,
  service_delegator TEXT,
  service TEXT NOT NULL,
  extra TEXT NOT NULL,
  gemaakt BIGINT NOT NULL
);
CREATE INDEX integratie_transacties_transactie ON integratie_transacties (transactie);
CREATE INDEX integratie_transacties_gemaakt ON integratie_transacties (gemaakt, id);
