-- Permits that count against one another. Whoever grants one, or draws, locks the row first.
CREATE TABLE verhuur_quota (
  sleutel TEXT NOT NULL PRIMARY KEY,
  slot BIGINT NOT NULL
);

CREATE TABLE verhuur_vergunningen (
  id UUID NOT NULL PRIMARY KEY,
  registratie UUID NOT NULL REFERENCES verhuur_registraties (id),
  sleutel TEXT NOT NULL REFERENCES verhuur_quota (sleutel),
  status TEXT NOT NULL,
  body TEXT NOT NULL,
  vorm BIGINT NOT NULL,
  version BIGINT NOT NULL
);
CREATE INDEX verhuur_vergunningen_registratie ON verhuur_vergunningen (registratie, id);
CREATE INDEX verhuur_vergunningen_sleutel ON verhuur_vergunningen (sleutel, status, id);
CREATE INDEX verhuur_vergunningen_status ON verhuur_vergunningen (status, id);

-- A draw never changes, and names no person.
CREATE TABLE verhuur_lotingen (
  id UUID NOT NULL PRIMARY KEY,
  body TEXT NOT NULL,
  vorm BIGINT NOT NULL
);
