-- Consents: who may use which data of whom, for what, from when until when (AVG art. 6(1)(a) and 7). A row is added when one is given and ended when it is withdrawn, so the history stays.
CREATE TABLE toestemmingen_toestemmingen (
  id UUID NOT NULL PRIMARY KEY,
  bsn TEXT NOT NULL,
  activiteit TEXT NOT NULL,
  ontvanger TEXT NOT NULL,
  doel TEXT NOT NULL,
  gegevens TEXT NOT NULL,
  begin BIGINT NOT NULL,
  einde BIGINT NOT NULL,
  gegeven BIGINT NOT NULL,
  beeindigd BIGINT
);
CREATE INDEX toestemmingen_toestemmingen_doel ON toestemmingen_toestemmingen (doel, ontvanger, bsn);
CREATE INDEX toestemmingen_toestemmingen_bsn ON toestemmingen_toestemmingen (bsn, id);
