-- Sessions that ended before their time. A mark is kept until the session would have ended by itself; who it was stands nowhere.

CREATE TABLE toegang_beeindigde_sessies (
  sessie TEXT NOT NULL PRIMARY KEY,
  tot BIGINT NOT NULL
);

CREATE INDEX toegang_beeindigde_sessies_tot ON toegang_beeindigde_sessies (tot);
