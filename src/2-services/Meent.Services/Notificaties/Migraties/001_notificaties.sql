-- ZGW Notificaties API 1.0.1.
CREATE TABLE notificaties_kanalen (
  id UUID NOT NULL PRIMARY KEY,
  naam TEXT NOT NULL,
  inhoud TEXT NOT NULL
);

CREATE UNIQUE INDEX notificaties_kanalen_naam ON notificaties_kanalen (naam);

CREATE TABLE notificaties_abonnementen (
  id UUID NOT NULL PRIMARY KEY,
  eigenaar TEXT NOT NULL,
  inhoud TEXT NOT NULL
);

-- One row for each message to each subscriber; plaats keeps the order of one hoofdobject. stand: 0 waits, 1 delivered, 2 given up.
CREATE TABLE notificaties_afleveringen (
  plaats NUMMER,
  abonnement UUID NOT NULL REFERENCES notificaties_abonnementen (id) ON DELETE CASCADE,
  hoofdobject TEXT NOT NULL,
  bericht TEXT NOT NULL,
  stand BIGINT NOT NULL,
  pogingen BIGINT NOT NULL,
  volgende BIGINT NOT NULL,
  fout TEXT
);

CREATE INDEX notificaties_afleveringen_wachtend ON notificaties_afleveringen (abonnement, hoofdobject, plaats) WHERE stand = 0;
CREATE INDEX notificaties_afleveringen_abonnement ON notificaties_afleveringen (abonnement, stand, plaats);
