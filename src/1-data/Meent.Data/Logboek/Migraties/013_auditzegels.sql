-- Lines of the audit log are sealed as log records are: their numbers in the seals lie below those of all records, by 2^40. What was there before has no salt.
ALTER TABLE logboek_audit ADD COLUMN zout BYTES;

INSERT INTO logboek_ongezegeld (regel) SELECT nummer - 1099511627776 FROM logboek_audit;

-- Of lines whose time was over: those of all seals up to this one went. Signed with a key outside the database.
CREATE TABLE logboek_auditgrafstenen (
  zegel BIGINT NOT NULL PRIMARY KEY,
  aantal BIGINT NOT NULL,
  dagen BIGINT NOT NULL,
  vervallen BIGINT NOT NULL,
  handtekening BYTES
);
