-- Evidence: the same file once per unit and county; bands of a photo's look, by which the same photo is found.
CREATE UNIQUE INDEX evidence_same_key ON evidence (county_id, unit_id, digest);
-- Two looks with at most 6 different bits have at least one band of 16 bits with at most one: 17 values of each band are looked up.
CREATE INDEX evidence_band_1 ON evidence (substring(look FROM 1 FOR 2)) WHERE look IS NOT NULL;
CREATE INDEX evidence_band_2 ON evidence (substring(look FROM 3 FOR 2)) WHERE look IS NOT NULL;
CREATE INDEX evidence_band_3 ON evidence (substring(look FROM 5 FOR 2)) WHERE look IS NOT NULL;
CREATE INDEX evidence_band_4 ON evidence (substring(look FROM 7 FOR 2)) WHERE look IS NOT NULL;
DROP INDEX evidence_look;
ALTER TABLE evidence ADD CONSTRAINT evidence_look_size CHECK (octet_length(look) = 32);
COMMENT ON COLUMN evidence.look IS 'Perceptual digest of a photo, four times 8 bytes: upright and turned by 90, 180, 270 degrees; finds the same photo saved again, scaled or turned; null: no photo, or too plain';
