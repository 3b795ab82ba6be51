-- Rosters of drafts can be written anew, and id numbers are digested under a key of the house.
ALTER TABLE entry_person ADD COLUMN removed_at timestamptz;
COMMENT ON COLUMN entry_person.removed_at IS 'When the roster was written anew before the entry was posted; null: holds';
GRANT UPDATE (removed_at) ON entry_person TO bangfu_app;

CREATE TABLE house_key (
  name text NOT NULL PRIMARY KEY,
  key bytea NOT NULL
);
SELECT place_table('house_key', 'reference');
COMMENT ON TABLE house_key IS 'Keys that the house drew for itself when it was set up; never shown.';
COMMENT ON COLUMN house_key.name IS 'roster: for the digests of id numbers in rosters';
COMMENT ON COLUMN house_key.key IS '32 bytes';
INSERT INTO house_key VALUES ('roster', sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')));
GRANT SELECT ON house_key TO bangfu_app;
