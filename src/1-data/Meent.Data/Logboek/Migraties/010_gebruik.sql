-- How often data was used and of how many persons, by month, activity and asking organisation: who looks at the figures does not have the log read.
-- stand of a table goes up with each change of what its records show; a month whose tables stand otherwise than when it was counted is counted anew.
ALTER TABLE logboek_tabellen ADD COLUMN stand BIGINT NOT NULL DEFAULT 0;

CREATE TABLE logboek_maanden (
  maand BIGINT NOT NULL PRIMARY KEY,
  stand TEXT NOT NULL,
  geteld BIGINT NOT NULL
);

-- aanroeper is empty for the organisation itself.
CREATE TABLE logboek_gebruik (
  maand BIGINT NOT NULL,
  activiteit TEXT NOT NULL,
  aanroeper TEXT NOT NULL,
  aantal BIGINT NOT NULL,
  mislukt BIGINT NOT NULL,
  betrokkenen BIGINT NOT NULL,
  laatste BIGINT NOT NULL,
  PRIMARY KEY (maand, activiteit, aanroeper)
);
