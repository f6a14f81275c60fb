-- The Authorization Decision Log of the decision point.
CREATE TABLE verwerkingsregister_beslissingen (
  trace_id TEXT NOT NULL,
  span_id TEXT NOT NULL,
  gemaakt BIGINT NOT NULL,
  record TEXT NOT NULL,
  PRIMARY KEY (trace_id, span_id)
);
CREATE INDEX verwerkingsregister_beslissingen_gemaakt ON verwerkingsregister_beslissingen (gemaakt, span_id);
