-- How far the reading of a file is: in the same transaction as what was read, so that a restart goes on where it was.
CREATE TABLE zaakgericht_invoer (
  bestand TEXT PRIMARY KEY,
  regel BIGINT NOT NULL
);
