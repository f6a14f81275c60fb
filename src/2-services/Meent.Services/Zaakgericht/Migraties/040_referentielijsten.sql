-- Referentielijsten API 0.6.0. A few hundred rows that are read from memory; stand changes with every import, so that a copy knows that it is old.
CREATE TABLE zaakgericht_referenties (
  id UUID PRIMARY KEY,
  lijst TEXT NOT NULL,
  volgorde BIGINT NOT NULL,
  body TEXT NOT NULL
);

CREATE TABLE zaakgericht_referentiestand (
  een BIGINT PRIMARY KEY,
  stand BIGINT NOT NULL
);

INSERT INTO zaakgericht_referentiestand (een, stand) VALUES (1, 1);
