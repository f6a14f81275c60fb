-- The bounding box of zaakgeometrie in ten-millionths of a degree: the index narrows a search down, an exact test decides.
ALTER TABLE zaakgericht_zaken ADD COLUMN geo_x1 BIGINT;
ALTER TABLE zaakgericht_zaken ADD COLUMN geo_y1 BIGINT;
ALTER TABLE zaakgericht_zaken ADD COLUMN geo_x2 BIGINT;
ALTER TABLE zaakgericht_zaken ADD COLUMN geo_y2 BIGINT;
CREATE INDEX zaakgericht_zaken_geo ON zaakgericht_zaken (geo_x1, geo_x2, geo_y1, geo_y2) WHERE geo_x1 IS NOT NULL;
