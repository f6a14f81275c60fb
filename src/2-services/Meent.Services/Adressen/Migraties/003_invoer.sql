-- How far the reading of an extract is: the part of the file and the objects of it, in the same transaction as what was read, so that a restart goes on where it was.
CREATE TABLE adressen_invoer (
  bestand TEXT NOT NULL PRIMARY KEY,
  deel TEXT NOT NULL,
  objecten BIGINT NOT NULL
);
