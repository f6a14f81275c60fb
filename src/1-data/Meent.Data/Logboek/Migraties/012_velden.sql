-- How often each field was asked and told, by day and purpose: what a purpose may have and never asks for can be taken off it. Counted as records are sealed,
-- so once each; no person is in it.
CREATE TABLE logboek_velden (
  activiteit TEXT NOT NULL,
  veld TEXT NOT NULL,
  dag BIGINT NOT NULL,
  gevraagd BIGINT NOT NULL,
  verstrekt BIGINT NOT NULL,
  PRIMARY KEY (activiteit, veld, dag)
);

CREATE INDEX logboek_velden_dag ON logboek_velden (dag);

-- The first day of which was counted: of what was before it nothing can be said.
CREATE TABLE logboek_velden_sinds (
  id BIGINT NOT NULL PRIMARY KEY,
  dag BIGINT NOT NULL
);
