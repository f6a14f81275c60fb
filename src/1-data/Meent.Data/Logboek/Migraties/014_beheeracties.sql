-- What was done in the integration layer is a line of the same audit log; kenmerk is its own id.
ALTER TABLE logboek_audit ADD COLUMN kenmerk UUID;
ALTER TABLE logboek_audit ADD COLUMN client TEXT;
ALTER TABLE logboek_audit ADD COLUMN contract TEXT;
ALTER TABLE logboek_audit ADD COLUMN peer TEXT;
CREATE INDEX logboek_audit_beheer ON logboek_audit (moment, kenmerk) WHERE kenmerk IS NOT NULL;
CREATE INDEX logboek_audit_contract ON logboek_audit (contract, moment, kenmerk) WHERE contract IS NOT NULL;
