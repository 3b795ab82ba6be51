-- What a person should look at in entries (疑点): found by rules, settled by people, never in the way of anything.
CREATE TABLE suspect (
  county_id text NOT NULL,
  id uuid NOT NULL,
  entry_id uuid NOT NULL,
  kind text NOT NULL,
  unit_id uuid NOT NULL,
  counted_on date NOT NULL,
  code text NOT NULL CONSTRAINT suspect_code CHECK (code ~ '^[a-z][a-z0-9_.]{1,60}$'),
  params jsonb NOT NULL,
  other_county_id text,
  other_entry_id uuid,
  found_at timestamptz NOT NULL,
  outcome text CONSTRAINT suspect_outcome CHECK (outcome IN ('fine', 'acted')),
  reason text,
  settled_by uuid,
  settled_at timestamptz,
  PRIMARY KEY (county_id, id),
  CONSTRAINT suspect_settled CHECK ((outcome IS NULL) = (settled_at IS NULL) AND (outcome IS NULL) = (reason IS NULL))
);
SELECT place_table('suspect', 'county');
ALTER TABLE suspect ADD CONSTRAINT suspect_entry_fk FOREIGN KEY (county_id, entry_id) REFERENCES entry (county_id, id);
CREATE INDEX suspect_entry ON suspect (county_id, entry_id);
CREATE UNIQUE INDEX suspect_open_key ON suspect (county_id, entry_id, code) WHERE outcome IS NULL;
-- Lists show either the open ones or the settled ones, newest first.
CREATE INDEX suspect_open ON suspect (found_at, id) WHERE outcome IS NULL;
CREATE INDEX suspect_settled_at ON suspect (found_at, id) WHERE outcome IS NOT NULL;
CREATE INDEX suspect_open_unit ON suspect (unit_id, found_at, id) WHERE outcome IS NULL;
CREATE INDEX suspect_open_kind ON suspect (kind, found_at, id) WHERE outcome IS NULL;
CREATE INDEX suspect_settled_unit ON suspect (unit_id, found_at, id) WHERE outcome IS NOT NULL;
CREATE INDEX suspect_settled_kind ON suspect (kind, found_at, id) WHERE outcome IS NOT NULL;
COMMENT ON TABLE suspect IS 'Something in an entry that a person should look at: found by a rule, settled by a person with a reason. Decides nothing.';
COMMENT ON COLUMN suspect.county_id IS 'County of the entry';
COMMENT ON COLUMN suspect.id IS 'UUIDv7';
COMMENT ON COLUMN suspect.entry_id IS 'The entry';
COMMENT ON COLUMN suspect.kind IS 'Kind of the entry, kept here so that lists of one kind need not look entries up';
COMMENT ON COLUMN suspect.unit_id IS 'Unit of the entry, kept here for the same';
COMMENT ON COLUMN suspect.counted_on IS 'Day under which figures count the entry, kept here for the same';
COMMENT ON COLUMN suspect.code IS 'The rule: one of core/ledger/suspects.ts, or rule.<code> of its kind';
COMMENT ON COLUMN suspect.params IS 'What was found, to fill its sentence';
COMMENT ON COLUMN suspect.other_county_id IS 'County of the other entry that it is about; null: about none';
COMMENT ON COLUMN suspect.other_entry_id IS 'The other entry';
COMMENT ON COLUMN suspect.found_at IS 'When';
COMMENT ON COLUMN suspect.outcome IS 'fine 情况属实无误 | acted 已处理; null: open';
COMMENT ON COLUMN suspect.reason IS 'Reason of who settled it';
COMMENT ON COLUMN suspect.settled_by IS 'Who settled it';
COMMENT ON COLUMN suspect.settled_at IS 'When';

CREATE TABLE suspect_rule (
  code text NOT NULL PRIMARY KEY,
  enabled boolean NOT NULL,
  params jsonb NOT NULL,
  changed_by uuid NOT NULL,
  changed_at timestamptz NOT NULL
);
SELECT place_table('suspect_rule', 'reference');
COMMENT ON TABLE suspect_rule IS 'Rules of findings where they were set otherwise than they came; all others stand in core/ledger/suspects.ts.';
COMMENT ON COLUMN suspect_rule.code IS 'The rule';
COMMENT ON COLUMN suspect_rule.enabled IS 'False: nothing is looked for';
COMMENT ON COLUMN suspect_rule.params IS 'Its thresholds';
COMMENT ON COLUMN suspect_rule.changed_by IS 'Who set it';
COMMENT ON COLUMN suspect_rule.changed_at IS 'When';

-- The same person in classes of other counties.
CREATE INDEX entry_person_anywhere ON entry_person (id_hash) WHERE id_hash IS NOT NULL AND removed_at IS NULL;

GRANT SELECT, INSERT ON suspect TO bangfu_app;
GRANT UPDATE (kind, unit_id, counted_on, params, other_county_id, other_entry_id, outcome, reason, settled_by, settled_at) ON suspect TO bangfu_app;
GRANT SELECT, INSERT, UPDATE ON suspect_rule TO bangfu_app;
