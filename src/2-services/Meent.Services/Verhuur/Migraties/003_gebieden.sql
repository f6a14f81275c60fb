-- Where a dwelling lies, in millionths of a degree (WGS 84), as its source says; empty until that was asked.
ALTER TABLE verhuur_woonruimten ADD COLUMN lengte BIGINT;
ALTER TABLE verhuur_woonruimten ADD COLUMN breedte BIGINT;
INSERT INTO verhuur_woonruimten (id, slot) SELECT DISTINCT woonruimte, 0 FROM verhuur_registraties WHERE woonruimte NOT IN (SELECT id FROM verhuur_woonruimten);
CREATE INDEX verhuur_woonruimten_zonder_plaats ON verhuur_woonruimten (id) WHERE lengte IS NULL;
CREATE INDEX verhuur_woonruimten_plaats ON verhuur_woonruimten (breedte, lengte, id);

-- An area for which rules differ. It never changes: another shape is another area, and rules from another day name it.
CREATE TABLE verhuur_gebieden (
  id UUID NOT NULL PRIMARY KEY,
  body TEXT NOT NULL,
  vorm BIGINT NOT NULL,
  vlak TEXT NOT NULL
);

CREATE TABLE verhuur_ligging (
  woonruimte TEXT NOT NULL REFERENCES verhuur_woonruimten (id),
  gebied UUID NOT NULL REFERENCES verhuur_gebieden (id),
  PRIMARY KEY (woonruimte, gebied)
);
CREATE INDEX verhuur_ligging_gebied ON verhuur_ligging (gebied);
