-- Autorisaties API 1.1.0.
CREATE TABLE zaakgericht_applicaties (
  id UUID PRIMARY KEY,
  version BIGINT NOT NULL,
  vorm BIGINT NOT NULL,
  body TEXT NOT NULL
);

-- ac-001: a client id belongs to one applicatie.
CREATE TABLE zaakgericht_applicatie_clients (
  client_id TEXT PRIMARY KEY,
  applicatie UUID NOT NULL REFERENCES zaakgericht_applicaties (id) ON DELETE CASCADE
);
CREATE INDEX zaakgericht_applicatie_clients_applicatie ON zaakgericht_applicatie_clients (applicatie, client_id);

-- Rights per type in all its versions, or per catalogue.
CREATE TABLE zaakgericht_rechten (
  id UUID PRIMARY KEY,
  version BIGINT NOT NULL,
  vorm BIGINT NOT NULL,
  body TEXT NOT NULL,
  applicatie UUID NOT NULL REFERENCES zaakgericht_applicaties (id) ON DELETE CASCADE
);
CREATE INDEX zaakgericht_rechten_applicatie ON zaakgericht_rechten (applicatie, id);
