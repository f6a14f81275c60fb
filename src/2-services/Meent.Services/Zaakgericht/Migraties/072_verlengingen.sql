-- Which extensions there are, for the terms of a work list, without a walk over all zaken.
CREATE INDEX zaakgericht_zaken_verlengd ON zaakgericht_zaken (zaaktype, verlengd) WHERE verlengd <> '';
