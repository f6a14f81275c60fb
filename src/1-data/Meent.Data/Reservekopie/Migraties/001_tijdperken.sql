-- An epoch begins when a back-up is put back: what was handed out after the back-up (versions, positions in the outbox) no longer counts.
CREATE TABLE meent_tijdperken (
  nummer BIGINT NOT NULL PRIMARY KEY,
  begin BIGINT NOT NULL,
  reden TEXT NOT NULL
);
