-- When the certificate ends with which a signature was placed; unknown for those of before this release.
ALTER TABLE integratie_handtekeningen ADD COLUMN certificaat_tot BIGINT;
