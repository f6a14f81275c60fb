-- What the term of a zaak depends on besides its own dates, to list those of which the last day comes near.
ALTER TABLE zaakgericht_zaken ADD COLUMN opgeschort BIGINT NOT NULL DEFAULT 0;
ALTER TABLE zaakgericht_zaken ADD COLUMN verlengd TEXT NOT NULL DEFAULT '';
ALTER TABLE zaakgericht_zaaktypen ADD COLUMN doorlooptijd TEXT NOT NULL DEFAULT '';
UPDATE zaakgericht_zaken SET opgeschort = 1 WHERE body LIKE '%"opschorting":{"indicatie":true%';
--sqlite UPDATE zaakgericht_zaken SET verlengd = substr(body, instr(body, '"duur":"') + 8, instr(substr(body, instr(body, '"duur":"') + 8), '"') - 1) WHERE body LIKE '%"duur":"%' AND body NOT LIKE '%"duur":"P0D"%';
--sqlite UPDATE zaakgericht_zaaktypen SET doorlooptijd = substr(body, instr(body, '"doorlooptijd":"') + 16, instr(substr(body, instr(body, '"doorlooptijd":"') + 16), '"') - 1) WHERE body LIKE '%"doorlooptijd":"%';
--postgres UPDATE zaakgericht_zaken SET verlengd = split_part(split_part(body, '"duur":"', 2), '"', 1) WHERE body LIKE '%"duur":"%' AND body NOT LIKE '%"duur":"P0D"%';
--postgres UPDATE zaakgericht_zaaktypen SET doorlooptijd = split_part(split_part(body, '"doorlooptijd":"', 2), '"', 1) WHERE body LIKE '%"doorlooptijd":"%';
