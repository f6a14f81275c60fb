-- Who works for the organisation, and what they may do. Personal data of residents never stands here.

CREATE TABLE toegang_rollen (
  naam TEXT NOT NULL PRIMARY KEY,
  rechten TEXT NOT NULL
);

CREATE TABLE toegang_medewerkers (
  id TEXT NOT NULL PRIMARY KEY,
  naam TEXT NOT NULL,
  actief BIGINT NOT NULL,
  version BIGINT NOT NULL
);

CREATE TABLE toegang_medewerkerrollen (
  medewerker TEXT NOT NULL REFERENCES toegang_medewerkers (id),
  rol TEXT NOT NULL REFERENCES toegang_rollen (naam),
  PRIMARY KEY (medewerker, rol)
);

CREATE TABLE toegang_mandaten (
  medewerker TEXT NOT NULL REFERENCES toegang_medewerkers (id),
  recht TEXT NOT NULL,
  geldig_van TEXT NOT NULL,
  geldig_tot TEXT,
  PRIMARY KEY (medewerker, recht, geldig_van)
);

CREATE TABLE toegang_caseload (
  medewerker TEXT NOT NULL REFERENCES toegang_medewerkers (id),
  zaak TEXT NOT NULL,
  sinds BIGINT NOT NULL,
  PRIMARY KEY (medewerker, zaak)
);
