-- The ledger of money that the municipality keeps for others. Each booking adds up to nothing: what comes on the bank account is owed to somebody.
-- debit is positive, so the bank holds what is positive and residents are owed what is negative. saldo is the running sum, kept in the transaction of each booking.
CREATE TABLE huishoudboekje_grootboek (
  rekening TEXT NOT NULL PRIMARY KEY,
  saldo BIGINT NOT NULL
);

-- Only added to; a mistake is booked back.
CREATE TABLE huishoudboekje_journaal (
  nummer NUMMER,
  boeking UUID NOT NULL,
  datum TEXT NOT NULL,
  rekening TEXT NOT NULL REFERENCES huishoudboekje_grootboek (rekening),
  cent BIGINT NOT NULL,
  saldo BIGINT NOT NULL,
  bankregel UUID,
  afspraak UUID,
  terug UUID
);
CREATE INDEX huishoudboekje_journaal_rekening ON huishoudboekje_journaal (rekening, datum, cent);
CREATE INDEX huishoudboekje_journaal_bankregel ON huishoudboekje_journaal (bankregel, nummer) WHERE bankregel IS NOT NULL;
CREATE INDEX huishoudboekje_journaal_boeking ON huishoudboekje_journaal (boeking);
CREATE INDEX huishoudboekje_journaal_terug ON huishoudboekje_journaal (terug) WHERE terug IS NOT NULL;
CREATE INDEX huishoudboekje_journaal_afspraak ON huishoudboekje_journaal (afspraak, datum) WHERE afspraak IS NOT NULL;

-- Accounts of the municipality at a bank, on which it keeps money of others (derdengeldenrekening).
CREATE TABLE huishoudboekje_bankrekeningen (
  iban TEXT NOT NULL PRIMARY KEY,
  naam TEXT NOT NULL,
  bic TEXT
);

CREATE TABLE huishoudboekje_afschriften (
  id UUID NOT NULL PRIMARY KEY,
  iban TEXT NOT NULL REFERENCES huishoudboekje_bankrekeningen (iban),
  kenmerk TEXT NOT NULL,
  eind_datum TEXT,
  eind_cent BIGINT,
  body TEXT NOT NULL,
  vorm BIGINT NOT NULL
);
CREATE UNIQUE INDEX huishoudboekje_afschriften_kenmerk ON huishoudboekje_afschriften (iban, kenmerk);

-- One movement on the account. vingerafdruk tells the same movement in another file; geboekt is the booking that gave it a place, empty while it waits.
CREATE TABLE huishoudboekje_bankregels (
  id UUID NOT NULL PRIMARY KEY,
  afschrift UUID NOT NULL REFERENCES huishoudboekje_afschriften (id),
  iban TEXT NOT NULL,
  vingerafdruk BYTES NOT NULL,
  datum TEXT NOT NULL,
  cent BIGINT NOT NULL,
  tegenrekening TEXT,
  geboekt UUID,
  body TEXT NOT NULL,
  vorm BIGINT NOT NULL
);
CREATE UNIQUE INDEX huishoudboekje_bankregels_vingerafdruk ON huishoudboekje_bankregels (iban, vingerafdruk);
CREATE INDEX huishoudboekje_bankregels_open ON huishoudboekje_bankregels (datum, id) WHERE geboekt IS NULL;
CREATE INDEX huishoudboekje_bankregels_tegenrekening ON huishoudboekje_bankregels (tegenrekening, datum, id);

-- Who takes part. Of a person only the BSN is kept; name and address are asked at the source.
CREATE TABLE huishoudboekje_deelnemers (
  id UUID NOT NULL PRIMARY KEY,
  nummer BIGINT NOT NULL,
  rekening TEXT NOT NULL,
  bsn TEXT NOT NULL,
  huishouden UUID NOT NULL,
  consulent TEXT,
  begin TEXT NOT NULL,
  einde TEXT,
  body TEXT NOT NULL,
  vorm BIGINT NOT NULL,
  version BIGINT NOT NULL
);
CREATE UNIQUE INDEX huishoudboekje_deelnemers_nummer ON huishoudboekje_deelnemers (nummer);
-- Who comes back after an end takes part anew.
CREATE UNIQUE INDEX huishoudboekje_deelnemers_bsn ON huishoudboekje_deelnemers (bsn) WHERE einde IS NULL;
CREATE INDEX huishoudboekje_deelnemers_wie ON huishoudboekje_deelnemers (bsn, nummer);
CREATE INDEX huishoudboekje_deelnemers_huishouden ON huishoudboekje_deelnemers (huishouden, nummer);
CREATE INDEX huishoudboekje_deelnemers_consulent ON huishoudboekje_deelnemers (consulent, nummer);

-- Who is paid, or pays: by number in the handelsregister; naam is the one that employees know it by.
CREATE TABLE huishoudboekje_crediteuren (
  id UUID NOT NULL PRIMARY KEY,
  naam TEXT NOT NULL,
  sleutel TEXT NOT NULL,
  body TEXT NOT NULL,
  vorm BIGINT NOT NULL,
  version BIGINT NOT NULL
);
CREATE UNIQUE INDEX huishoudboekje_crediteuren_sleutel ON huishoudboekje_crediteuren (sleutel);
CREATE INDEX huishoudboekje_crediteuren_naam ON huishoudboekje_crediteuren (naam, id);

-- Accounts of residents and creditors. One is paid on only after a second employee confirmed it; what was, stays readable.
CREATE TABLE huishoudboekje_rekeningen (
  id UUID NOT NULL PRIMARY KEY,
  eigenaar UUID NOT NULL,
  iban TEXT NOT NULL,
  status TEXT NOT NULL,
  body TEXT NOT NULL,
  vorm BIGINT NOT NULL,
  version BIGINT NOT NULL
);
CREATE UNIQUE INDEX huishoudboekje_rekeningen_iban ON huishoudboekje_rekeningen (iban, eigenaar) WHERE status <> 'vervallen';
CREATE INDEX huishoudboekje_rekeningen_eigenaar ON huishoudboekje_rekeningen (eigenaar, id);

-- What money is for; grootboekrekening is a code of the Referentie Grootboekschema.
CREATE TABLE huishoudboekje_rubrieken (
  id UUID NOT NULL PRIMARY KEY,
  naam TEXT NOT NULL,
  grootboekrekening TEXT NOT NULL,
  richting TEXT NOT NULL
);
CREATE UNIQUE INDEX huishoudboekje_rubrieken_grootboekrekening ON huishoudboekje_rubrieken (grootboekrekening);

CREATE TABLE huishoudboekje_afspraken (
  id UUID NOT NULL PRIMARY KEY,
  deelnemer UUID NOT NULL REFERENCES huishoudboekje_deelnemers (id),
  crediteur UUID REFERENCES huishoudboekje_crediteuren (id),
  rubriek UUID NOT NULL REFERENCES huishoudboekje_rubrieken (id),
  tegenrekening TEXT NOT NULL,
  van TEXT NOT NULL,
  tot TEXT,
  body TEXT NOT NULL,
  vorm BIGINT NOT NULL,
  version BIGINT NOT NULL
);
CREATE INDEX huishoudboekje_afspraken_deelnemer ON huishoudboekje_afspraken (deelnemer, id);
CREATE INDEX huishoudboekje_afspraken_tegenrekening ON huishoudboekje_afspraken (tegenrekening);
CREATE INDEX huishoudboekje_afspraken_crediteur ON huishoudboekje_afspraken (crediteur) WHERE crediteur IS NOT NULL;

-- Payments that one employee proposes and another releases.
CREATE TABLE huishoudboekje_betaalruns (
  id UUID NOT NULL PRIMARY KEY,
  iban TEXT NOT NULL REFERENCES huishoudboekje_bankrekeningen (iban),
  status TEXT NOT NULL,
  body TEXT NOT NULL,
  vorm BIGINT NOT NULL,
  version BIGINT NOT NULL
);

-- gepland is the day of the schedule. A planned day is paid once: it is proposed again only after it was left out or the bank refused it.
CREATE TABLE huishoudboekje_betalingen (
  id UUID NOT NULL PRIMARY KEY,
  run UUID NOT NULL REFERENCES huishoudboekje_betaalruns (id),
  deelnemer UUID NOT NULL REFERENCES huishoudboekje_deelnemers (id),
  afspraak UUID NOT NULL REFERENCES huishoudboekje_afspraken (id),
  gepland TEXT NOT NULL,
  uitvoering TEXT NOT NULL,
  cent BIGINT NOT NULL,
  status TEXT NOT NULL,
  bankregel UUID,
  body TEXT NOT NULL,
  vorm BIGINT NOT NULL
);
CREATE UNIQUE INDEX huishoudboekje_betalingen_dag ON huishoudboekje_betalingen (afspraak, gepland) WHERE status NOT IN ('vervallen', 'geweigerd', 'geblokkeerd');
CREATE INDEX huishoudboekje_betalingen_open ON huishoudboekje_betalingen (afspraak, deelnemer, cent) WHERE status = 'vrijgegeven';
CREATE INDEX huishoudboekje_betalingen_run ON huishoudboekje_betalingen (run, id);
CREATE INDEX huishoudboekje_betalingen_bankregel ON huishoudboekje_betalingen (bankregel) WHERE bankregel IS NOT NULL;
CREATE INDEX huishoudboekje_betalingen_deelnemer ON huishoudboekje_betalingen (deelnemer, status);

-- What an employee has to look at; sleutel tells the same signal when it is found again.
CREATE TABLE huishoudboekje_signalen (
  id UUID NOT NULL PRIMARY KEY,
  deelnemer UUID NOT NULL REFERENCES huishoudboekje_deelnemers (id),
  afspraak UUID REFERENCES huishoudboekje_afspraken (id),
  sleutel TEXT NOT NULL,
  status TEXT NOT NULL,
  body TEXT NOT NULL,
  vorm BIGINT NOT NULL,
  version BIGINT NOT NULL
);
CREATE UNIQUE INDEX huishoudboekje_signalen_sleutel ON huishoudboekje_signalen (sleutel);
CREATE INDEX huishoudboekje_signalen_open ON huishoudboekje_signalen (status, id);
CREATE INDEX huishoudboekje_signalen_deelnemer ON huishoudboekje_signalen (deelnemer, id);
CREATE INDEX huishoudboekje_signalen_afspraak ON huishoudboekje_signalen (afspraak, id);
