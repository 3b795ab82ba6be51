-- Rosters of drafts can be written anew, and id numbers are digested under a key of the house.
ALTER TABLE entry_person ADD COLUMN removed_at timestamptz;
COMMENT ON COLUMN entry_person.removed_at IS 'When the roster was written anew before the entry was posted; null: holds';
ALTER TABLE entry_person ADD COLUMN posted_at timestamptz;
ALTER TABLE entry_person ADD COLUMN kind text;
ALTER TABLE entry_person ADD COLUMN counted_on date;
ALTER TABLE entry_person ADD COLUMN unit_id uuid;
ALTER TABLE entry_person ADD COLUMN slice text;
ALTER TABLE entry_person ADD CONSTRAINT entry_person_posted CHECK (num_nulls(posted_at, kind, counted_on, unit_id, slice) IN (0, 5));
COMMENT ON COLUMN entry_person.posted_at IS 'When its entry was posted: set by the posting, and the row never changes again';
COMMENT ON COLUMN entry_person.kind IS 'Kind of the posted entry. This and the three below are set by the posting, so that persons are counted without their entries';
COMMENT ON COLUMN entry_person.counted_on IS 'Day under which figures count the posted entry';
COMMENT ON COLUMN entry_person.unit_id IS 'Unit of the posted entry';
COMMENT ON COLUMN entry_person.slice IS 'Slice of the posted entry';
CREATE INDEX entry_person_counted ON entry_person (kind, counted_on) INCLUDE (county_id, entry_id, unit_id, slice, id_hash, posted_at)
  WHERE posted_at IS NOT NULL AND id_hash IS NOT NULL AND removed_at IS NULL;
ALTER TABLE entry_evidence ADD COLUMN fixed boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN entry_evidence.fixed IS 'Its entry is posted: set by the posting, never changed again';
GRANT UPDATE (removed_at, posted_at, kind, counted_on, unit_id, slice) ON entry_person TO bangfu_app;

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

-- What hangs on a posted entry is as fixed as the entry: its roster, the files that prove it, its differences. A policy may look at its
-- own row only (on a cluster the entry could lie elsewhere), so the posting itself marks them.
ALTER TABLE entry_person ENABLE ROW LEVEL SECURITY;
CREATE POLICY entry_person_see ON entry_person FOR SELECT TO bangfu_app USING (true);
CREATE POLICY entry_person_add ON entry_person FOR INSERT TO bangfu_app WITH CHECK (true);
CREATE POLICY entry_person_change ON entry_person FOR UPDATE TO bangfu_app USING (posted_at IS NULL) WITH CHECK (true);
ALTER TABLE entry_evidence ENABLE ROW LEVEL SECURITY;
CREATE POLICY entry_evidence_see ON entry_evidence FOR SELECT TO bangfu_app USING (true);
CREATE POLICY entry_evidence_add ON entry_evidence FOR INSERT TO bangfu_app WITH CHECK (true);
CREATE POLICY entry_evidence_change ON entry_evidence FOR UPDATE TO bangfu_app USING (NOT fixed) WITH CHECK (true);
ALTER TABLE entry_difference ENABLE ROW LEVEL SECURITY;
CREATE POLICY entry_difference_see ON entry_difference FOR SELECT TO bangfu_app USING (true);
CREATE POLICY entry_difference_add ON entry_difference FOR INSERT TO bangfu_app WITH CHECK (true);
CREATE POLICY entry_difference_change ON entry_difference FOR UPDATE TO bangfu_app USING (outcome IS NULL) WITH CHECK (true);
