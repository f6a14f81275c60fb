-- The Authorization Decision Log.
CREATE TABLE integratie_beslissingen (
  trace_id TEXT NOT NULL,
  span_id TEXT NOT NULL,
  transactie UUID NOT NULL,
  gemaakt BIGINT NOT NULL,
  record TEXT NOT NULL,
  PRIMARY KEY (trace_id, span_id)
);
CREATE INDEX integratie_beslissingen_transactie ON integratie_beslissingen (transactie);
CREATE INDEX integratie_beslissingen_gemaakt ON integratie_beslissingen (gemaakt, span_id);

-- Rules that decided, by their hash, for as long as records refer to them.
CREATE TABLE integratie_regelsets (
  versie TEXT NOT NULL PRIMARY KEY,
  regels TEXT NOT NULL,
  gezien BIGINT NOT NULL
);
