-- The delivery log: when a message was made and last tried, and in which form it goes (ZGW, or a CloudEvent).
ALTER TABLE notificaties_afleveringen ADD COLUMN aangemaakt BIGINT NOT NULL DEFAULT 0;
ALTER TABLE notificaties_afleveringen ADD COLUMN geprobeerd BIGINT;
ALTER TABLE notificaties_afleveringen ADD COLUMN vorm TEXT NOT NULL DEFAULT 'zgw';
ALTER TABLE notificaties_abonnementen ADD COLUMN vorm TEXT NOT NULL DEFAULT 'zgw';
CREATE INDEX notificaties_afleveringen_stand ON notificaties_afleveringen (stand, plaats);
