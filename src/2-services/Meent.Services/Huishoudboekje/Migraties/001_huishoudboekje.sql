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
CREATE INDEX huishoudboekje_journaal_rekening ON huishoudboekje_journaal (rekening, nummer);
CREATE INDEX huishoudboekje_journaal_bankregel ON huishoudboekje_journaal (bankregel, nummer) WHERE bankregel IS NOT NULL;
CREATE INDEX huishoudboekje_journaal_boeking ON huishoudboekje_journaal (boeking);

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
