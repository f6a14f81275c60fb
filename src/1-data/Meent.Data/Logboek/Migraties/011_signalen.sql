-- Unusual use: signals with a pseudonym of the employee. Who it is, is found in the audit log, and only when two people agreed to that.
CREATE INDEX logboek_audit_moment ON logboek_audit (moment);

CREATE TABLE logboek_signalen (
  id UUID NOT NULL PRIMARY KEY,
  dag TEXT NOT NULL,
  regel TEXT NOT NULL,
  medewerker BYTES NOT NULL,
  activiteit TEXT NOT NULL,
  personen BIGINT NOT NULL,
  grens BIGINT NOT NULL
);

CREATE INDEX logboek_signalen_dag ON logboek_signalen (dag, id);
CREATE INDEX logboek_signalen_medewerker ON logboek_signalen (medewerker);

-- Days of which the signals were made.
CREATE TABLE logboek_signaaldagen (
  dag TEXT NOT NULL PRIMARY KEY
);

-- One request for a name at a time; refused ones stay.
CREATE TABLE logboek_heridentificaties (
  id UUID NOT NULL PRIMARY KEY,
  signaal UUID NOT NULL,
  vrager TEXT NOT NULL,
  reden TEXT NOT NULL,
  gevraagd BIGINT NOT NULL,
  beslisser TEXT,
  toegestaan BIGINT,
  toelichting TEXT,
  besloten BIGINT
);

CREATE INDEX logboek_heridentificaties_signaal ON logboek_heridentificaties (signaal, gevraagd);
CREATE UNIQUE INDEX logboek_heridentificaties_open ON logboek_heridentificaties (signaal) WHERE besloten IS NULL;
