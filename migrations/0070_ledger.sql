-- The ledger (台账): kinds as versioned data, entries and their life, evidence, roll-ups. A posted entry cannot be changed by the app.
CREATE TABLE entry_kind (
  code text NOT NULL PRIMARY KEY CONSTRAINT entry_kind_code CHECK (code ~ '^[a-z][a-z0-9_]{1,49}$'),
  position integer NOT NULL,
  shipped boolean NOT NULL
);
SELECT place_table('entry_kind', 'reference');
COMMENT ON TABLE entry_kind IS 'Kinds of ledger entry (台账类别); what a kind says stands in its versions.';
COMMENT ON COLUMN entry_kind.code IS 'Stable code; never changes its meaning';
COMMENT ON COLUMN entry_kind.position IS 'Order in lists';
COMMENT ON COLUMN entry_kind.shipped IS 'Came with the product; false: made here';

CREATE TABLE entry_kind_version (
  kind text NOT NULL,
  version integer NOT NULL CONSTRAINT entry_kind_version_no CHECK (version > 0),
  definition jsonb NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  place_ids text[] NOT NULL DEFAULT '{}',
  note text,
  recorded_at timestamptz NOT NULL,
  recorded_by uuid,
  PRIMARY KEY (kind, version),
  CONSTRAINT entry_kind_version_term CHECK (valid_to IS NULL OR valid_to >= valid_from)
);
SELECT place_table('entry_kind_version', 'reference');
ALTER TABLE entry_kind_version ADD CONSTRAINT entry_kind_version_kind_fk FOREIGN KEY (kind) REFERENCES entry_kind (code);
COMMENT ON TABLE entry_kind_version IS 'What a kind says, version by version; an entry keeps the version it was reported under. Only the end of validity is ever changed.';
COMMENT ON COLUMN entry_kind_version.kind IS 'The kind';
COMMENT ON COLUMN entry_kind_version.version IS '1, 2, 3 …';
COMMENT ON COLUMN entry_kind_version.definition IS 'KindDefinition (src/core/ledger/kind.ts)';
COMMENT ON COLUMN entry_kind_version.valid_from IS 'First counting day that it holds for';
COMMENT ON COLUMN entry_kind_version.valid_to IS 'Last counting day; null: open';
COMMENT ON COLUMN entry_kind_version.place_ids IS 'Keys of places it holds in, each with all below; empty: everywhere';
COMMENT ON COLUMN entry_kind_version.note IS 'Why this version was made';
COMMENT ON COLUMN entry_kind_version.recorded_at IS 'When it was recorded';
COMMENT ON COLUMN entry_kind_version.recorded_by IS 'Who; null: shipped';

CREATE TABLE entry (
  county_id text NOT NULL,
  id uuid NOT NULL,
  number text,
  kind text NOT NULL,
  kind_version integer NOT NULL,
  unit_id uuid NOT NULL,
  place_id text,
  state text NOT NULL CONSTRAINT entry_state CHECK (state IN ('draft', 'reported', 'differs', 'confirmed', 'reviewed', 'posted', 'returned', 'withdrawn', 'tied')),
  occurred_on date NOT NULL,
  counted_on date NOT NULL,
  amount_fen bigint,
  quantity numeric(20, 4),
  people integer,
  person_times integer,
  slice text NOT NULL DEFAULT '',
  voucher text,
  payee text,
  fields jsonb NOT NULL,
  note text,
  once_key text,
  joint_id uuid,
  share_points integer CONSTRAINT entry_share CHECK (share_points BETWEEN 1 AND 10000),
  reverses uuid,
  reverses_on date,
  corrects uuid,
  tied_to uuid,
  reason text,
  source text NOT NULL CONSTRAINT entry_source CHECK (source IN ('form', 'import', 'api', 'example')),
  import_id uuid,
  import_row integer,
  reported_by uuid NOT NULL,
  reported_at timestamptz NOT NULL,
  confirmed_by uuid,
  confirmed_at timestamptz,
  reviewed_by uuid,
  reviewed_at timestamptz,
  posted_by uuid,
  posted_at timestamptz,
  changed_at timestamptz NOT NULL,
  revision integer NOT NULL DEFAULT 1,
  PRIMARY KEY (county_id, id),
  CONSTRAINT entry_posted CHECK ((state = 'posted') = (posted_at IS NOT NULL)),
  CONSTRAINT entry_tied CHECK ((state = 'tied') = (tied_to IS NOT NULL)),
  CONSTRAINT entry_reverses_day CHECK ((reverses IS NULL) = (reverses_on IS NULL))
);
SELECT place_table('entry', 'county');
ALTER TABLE entry ADD CONSTRAINT entry_kind_fk FOREIGN KEY (kind, kind_version) REFERENCES entry_kind_version (kind, version);
ALTER TABLE entry ADD CONSTRAINT entry_unit_fk FOREIGN KEY (unit_id) REFERENCES unit (id);
ALTER TABLE entry ADD CONSTRAINT entry_reverses_fk FOREIGN KEY (county_id, reverses) REFERENCES entry (county_id, id);
ALTER TABLE entry ADD CONSTRAINT entry_corrects_fk FOREIGN KEY (county_id, corrects) REFERENCES entry (county_id, id);
ALTER TABLE entry ADD CONSTRAINT entry_tied_fk FOREIGN KEY (county_id, tied_to) REFERENCES entry (county_id, id);
CREATE UNIQUE INDEX entry_once_key ON entry (county_id, once_key) WHERE once_key IS NOT NULL AND state NOT IN ('withdrawn', 'tied');
CREATE UNIQUE INDEX entry_reverses_key ON entry (county_id, reverses) WHERE reverses IS NOT NULL AND state <> 'withdrawn';
CREATE INDEX entry_reverses ON entry (county_id, reverses) WHERE reverses IS NOT NULL;
CREATE UNIQUE INDEX entry_number_key ON entry (county_id, number) WHERE number IS NOT NULL;
CREATE INDEX entry_kind_day ON entry (county_id, kind, counted_on, id);
CREATE INDEX entry_county_day ON entry (county_id, counted_on, id, payee text_pattern_ops, voucher text_pattern_ops);
-- Columns behind the order of a list are looked at in the index itself: rows that do not fit are passed without being fetched.
CREATE INDEX entry_day ON entry (counted_on, id, posted_at);
CREATE INDEX entry_reporter ON entry (reported_by, counted_on, id, county_id, unit_id);
CREATE INDEX entry_voucher ON entry (voucher text_pattern_ops, counted_on, id, county_id, unit_id, kind) WHERE voucher IS NOT NULL;
CREATE INDEX entry_payee ON entry (payee text_pattern_ops, counted_on, id, county_id, unit_id, kind) WHERE payee IS NOT NULL;
CREATE INDEX entry_amount ON entry (amount_fen) WHERE amount_fen IS NOT NULL;
CREATE INDEX entry_of_kind ON entry (kind, counted_on, id, posted_at, county_id, unit_id);
CREATE INDEX entry_version_of_kind ON entry (kind, kind_version);
CREATE INDEX entry_unit ON entry (unit_id, counted_on, id, county_id, kind, payee text_pattern_ops, voucher text_pattern_ops);
CREATE INDEX entry_transit ON entry (state, counted_on, id, county_id, unit_id, kind, payee text_pattern_ops, voucher text_pattern_ops) WHERE state <> 'posted';
CREATE INDEX entry_transit_kind ON entry (kind, state, counted_on, id, county_id, unit_id, slice) WHERE state <> 'posted';
CREATE INDEX entry_transit_county ON entry (county_id, counted_on, id) WHERE state <> 'posted';
CREATE INDEX entry_transit_unit ON entry (unit_id, counted_on, id) WHERE state <> 'posted';
CREATE INDEX entry_transit_reporter ON entry (reported_by, counted_on, id) WHERE state <> 'posted';
CREATE INDEX entry_month_posted ON entry (date_trunc('month', counted_on::timestamp), posted_at, kind, county_id, unit_id) WHERE posted_at IS NOT NULL;
-- Lists of what was reversed: reversals in the order of their day, and in that of the day of what they reverse.
CREATE INDEX entry_reversal ON entry (counted_on, id, county_id, unit_id, kind) WHERE reverses IS NOT NULL AND state <> 'withdrawn';
CREATE INDEX entry_reversed ON entry (reverses_on, reverses, county_id, unit_id, kind) WHERE reverses IS NOT NULL AND state <> 'withdrawn';
CREATE INDEX entry_corrects ON entry (county_id, corrects) WHERE corrects IS NOT NULL;
CREATE INDEX entry_tied_to ON entry (county_id, tied_to) WHERE tied_to IS NOT NULL;
CREATE INDEX entry_joint ON entry (joint_id) WHERE joint_id IS NOT NULL;
CREATE INDEX entry_import ON entry (import_id, import_row) WHERE import_id IS NOT NULL;
-- The fence behind the acts: through the app's role a posted row is read and never written again.
ALTER TABLE entry ENABLE ROW LEVEL SECURITY;
CREATE POLICY entry_see ON entry FOR SELECT TO bangfu_app USING (true);
CREATE POLICY entry_add ON entry FOR INSERT TO bangfu_app WITH CHECK (true);
CREATE POLICY entry_change ON entry FOR UPDATE TO bangfu_app USING (state <> 'posted') WITH CHECK (true);
COMMENT ON TABLE entry IS 'Ledger entry (台账条目): one event of the work, once. Counts when posted; then it never changes, only a reversal follows.';
COMMENT ON COLUMN entry.county_id IS 'Stable key of the county';
COMMENT ON COLUMN entry.id IS 'UUIDv7';
COMMENT ON COLUMN entry.number IS 'Number for people, drawn when reported: year-county-running number';
COMMENT ON COLUMN entry.kind IS 'Kind of entry';
COMMENT ON COLUMN entry.kind_version IS 'The version it was reported under';
COMMENT ON COLUMN entry.unit_id IS 'The unit whose work it is';
COMMENT ON COLUMN entry.place_id IS 'Town or village below the county, where known';
COMMENT ON COLUMN entry.state IS 'draft 草稿 | reported 待县确认 | differs 有差异 | confirmed 待审核 | reviewed 待入账 | posted 已入账 | returned 已退回 | withdrawn 已撤回 | tied 并入另一条';
COMMENT ON COLUMN entry.occurred_on IS 'The date that counts by the kind (到账、交付 …)';
COMMENT ON COLUMN entry.counted_on IS 'The day under which figures count it: occurred_on, or the day of posting where that period is closed';
COMMENT ON COLUMN entry.amount_fen IS 'Measure: money in fen; negative only in a reversal';
COMMENT ON COLUMN entry.quantity IS 'Measure: quantity in the kind''s unit';
COMMENT ON COLUMN entry.people IS 'Measure: people (人)';
COMMENT ON COLUMN entry.person_times IS 'Measure: person-times (人次)';
COMMENT ON COLUMN entry.slice IS 'Values of the kind''s facets as ;facet=value;…, sorted by facet; empty: none';
COMMENT ON COLUMN entry.voucher IS 'Number of the voucher';
COMMENT ON COLUMN entry.payee IS 'Who received, or the other side';
COMMENT ON COLUMN entry.fields IS 'Values of the kind''s fields by code, as normalised text; null values are left out';
COMMENT ON COLUMN entry.note IS 'Free remark';
COMMENT ON COLUMN entry.once_key IS 'What must not count twice: digest of the kind''s group and key values; null: the kind has no such key or its parts are empty';
COMMENT ON COLUMN entry.joint_id IS 'The joint payment that it is a share of';
COMMENT ON COLUMN entry.share_points IS 'Share of a joint payment in 1/100 %';
COMMENT ON COLUMN entry.reverses IS 'The posted entry that this one reverses';
COMMENT ON COLUMN entry.reverses_on IS 'Day that the reversed entry counts under, which no longer changes; lists of reversed entries go by it';
COMMENT ON COLUMN entry.corrects IS 'The reversed entry that this one puts right';
COMMENT ON COLUMN entry.tied_to IS 'The entry that counts instead of this one';
COMMENT ON COLUMN entry.reason IS 'Why it reverses, corrects or is tied';
COMMENT ON COLUMN entry.source IS 'form | import | api | example';
COMMENT ON COLUMN entry.import_id IS 'The import that brought it';
COMMENT ON COLUMN entry.import_row IS 'Row of the imported sheet';
COMMENT ON COLUMN entry.reported_by IS 'Who reported';
COMMENT ON COLUMN entry.reported_at IS 'When';
COMMENT ON COLUMN entry.confirmed_by IS 'Who confirmed for the county';
COMMENT ON COLUMN entry.confirmed_at IS 'When';
COMMENT ON COLUMN entry.reviewed_by IS 'Who reviewed';
COMMENT ON COLUMN entry.reviewed_at IS 'When';
COMMENT ON COLUMN entry.posted_by IS 'Who posted';
COMMENT ON COLUMN entry.posted_at IS 'When; figures "as known on" a day count what was posted by then';
COMMENT ON COLUMN entry.changed_at IS 'Last change';
COMMENT ON COLUMN entry.revision IS 'Goes up with each change: two people at once are told';

CREATE TABLE entry_step (
  county_id text NOT NULL,
  entry_id uuid NOT NULL,
  seq integer NOT NULL,
  step text NOT NULL,
  from_state text,
  to_state text NOT NULL,
  person_id uuid NOT NULL,
  post_id uuid,
  at timestamptz NOT NULL,
  reason text,
  PRIMARY KEY (county_id, entry_id, seq)
);
SELECT place_table('entry_step', 'county');
ALTER TABLE entry_step ADD CONSTRAINT entry_step_entry_fk FOREIGN KEY (county_id, entry_id) REFERENCES entry (county_id, id);
COMMENT ON TABLE entry_step IS 'What was done with an entry, step by step: append only.';
COMMENT ON COLUMN entry_step.county_id IS 'The county';
COMMENT ON COLUMN entry_step.entry_id IS 'The entry';
COMMENT ON COLUMN entry_step.seq IS '1, 2, 3 …';
COMMENT ON COLUMN entry_step.step IS 'report | submit | change | confirm | differ | settle | review | post | return | withdraw | tie | reverse';
COMMENT ON COLUMN entry_step.from_state IS 'State before; null: new';
COMMENT ON COLUMN entry_step.to_state IS 'State after';
COMMENT ON COLUMN entry_step.person_id IS 'Who';
COMMENT ON COLUMN entry_step.post_id IS 'As which post';
COMMENT ON COLUMN entry_step.at IS 'When';
COMMENT ON COLUMN entry_step.reason IS 'Reason that was given';

CREATE TABLE entry_difference (
  county_id text NOT NULL,
  id uuid NOT NULL,
  entry_id uuid NOT NULL,
  reported jsonb NOT NULL,
  confirmed jsonb NOT NULL,
  reason text NOT NULL,
  raised_by uuid NOT NULL,
  raised_at timestamptz NOT NULL,
  outcome text CONSTRAINT entry_difference_outcome CHECK (outcome IN ('county', 'reporter', 'other', 'dropped')),
  settled jsonb,
  settled_reason text,
  settled_by uuid,
  settled_at timestamptz,
  PRIMARY KEY (county_id, id)
);
SELECT place_table('entry_difference', 'county');
ALTER TABLE entry_difference ADD CONSTRAINT entry_difference_entry_fk FOREIGN KEY (county_id, entry_id) REFERENCES entry (county_id, id);
CREATE INDEX entry_difference_entry ON entry_difference (county_id, entry_id);
CREATE UNIQUE INDEX entry_difference_open_key ON entry_difference (county_id, entry_id) WHERE outcome IS NULL;
COMMENT ON TABLE entry_difference IS 'The county confirms other measures than were reported: a difference with reasons and an end.';
COMMENT ON COLUMN entry_difference.county_id IS 'The county';
COMMENT ON COLUMN entry_difference.id IS 'UUIDv7';
COMMENT ON COLUMN entry_difference.entry_id IS 'The entry';
COMMENT ON COLUMN entry_difference.reported IS 'Measures as reported {amountFen, quantity, people, personTimes}';
COMMENT ON COLUMN entry_difference.confirmed IS 'Measures as the county has them';
COMMENT ON COLUMN entry_difference.reason IS 'The county''s reason';
COMMENT ON COLUMN entry_difference.raised_by IS 'Who raised it';
COMMENT ON COLUMN entry_difference.raised_at IS 'When';
COMMENT ON COLUMN entry_difference.outcome IS 'county: the county''s measures hold | reporter: the reported ones hold, the county agrees | other: agreed on others | dropped: entry withdrawn or returned; null: open';
COMMENT ON COLUMN entry_difference.settled IS 'Measures that hold';
COMMENT ON COLUMN entry_difference.settled_reason IS 'Reason of the end';
COMMENT ON COLUMN entry_difference.settled_by IS 'Who ended it';
COMMENT ON COLUMN entry_difference.settled_at IS 'When';

CREATE TABLE entry_person (
  county_id text NOT NULL,
  entry_id uuid NOT NULL,
  seq integer NOT NULL,
  name text NOT NULL,
  id_hash bytea,
  id_tail text,
  times integer NOT NULL CONSTRAINT entry_person_times CHECK (times > 0),
  note text,
  PRIMARY KEY (county_id, entry_id, seq)
);
SELECT place_table('entry_person', 'county');
ALTER TABLE entry_person ADD CONSTRAINT entry_person_entry_fk FOREIGN KEY (county_id, entry_id) REFERENCES entry (county_id, id);
CREATE INDEX entry_person_who ON entry_person (county_id, id_hash) WHERE id_hash IS NOT NULL;
COMMENT ON TABLE entry_person IS 'Roster of an entry (名单): personal data, masked on screens and each viewing logged. The id number itself is not kept.';
COMMENT ON COLUMN entry_person.county_id IS 'The county';
COMMENT ON COLUMN entry_person.entry_id IS 'The entry';
COMMENT ON COLUMN entry_person.seq IS 'Row of the roster';
COMMENT ON COLUMN entry_person.name IS 'Name';
COMMENT ON COLUMN entry_person.id_hash IS 'Keyed digest of the id number, to tell the same person; null: no number given';
COMMENT ON COLUMN entry_person.id_tail IS 'Last four signs of the id number';
COMMENT ON COLUMN entry_person.times IS 'Sessions attended: their sum is the person-times';
COMMENT ON COLUMN entry_person.note IS 'Remark';

CREATE TABLE evidence (
  county_id text NOT NULL,
  id uuid NOT NULL,
  unit_id uuid NOT NULL,
  digest bytea NOT NULL,
  look bytea,
  file_name text NOT NULL,
  media_type text NOT NULL,
  size bigint NOT NULL,
  taken_at text,
  brought_by uuid NOT NULL,
  brought_at timestamptz NOT NULL,
  PRIMARY KEY (county_id, id)
);
SELECT place_table('evidence', 'county');
ALTER TABLE evidence ADD CONSTRAINT evidence_unit_fk FOREIGN KEY (unit_id) REFERENCES unit (id);
CREATE INDEX evidence_unit ON evidence (unit_id);
CREATE INDEX evidence_digest ON evidence (digest);
CREATE INDEX evidence_look ON evidence (look) WHERE look IS NOT NULL;
COMMENT ON TABLE evidence IS 'A file that proves entries (佐证材料): append only; the bytes stand in blob under the digest.';
COMMENT ON COLUMN evidence.county_id IS 'The county';
COMMENT ON COLUMN evidence.id IS 'UUIDv7';
COMMENT ON COLUMN evidence.unit_id IS 'The unit that brought it';
COMMENT ON COLUMN evidence.digest IS 'SHA-256 of the bytes';
COMMENT ON COLUMN evidence.look IS 'Perceptual digest of a photo (8 bytes), to find the same photo saved again; null: no photo';
COMMENT ON COLUMN evidence.file_name IS 'Name as it came';
COMMENT ON COLUMN evidence.media_type IS 'By content, one of the allowed ones';
COMMENT ON COLUMN evidence.size IS 'Bytes';
COMMENT ON COLUMN evidence.taken_at IS 'Moment in the photo''s own data, as written there';
COMMENT ON COLUMN evidence.brought_by IS 'Who';
COMMENT ON COLUMN evidence.brought_at IS 'When';

CREATE TABLE entry_evidence (
  county_id text NOT NULL,
  entry_id uuid NOT NULL,
  evidence_id uuid NOT NULL,
  demand text NOT NULL,
  added_by uuid NOT NULL,
  added_at timestamptz NOT NULL,
  removed_at timestamptz,
  PRIMARY KEY (county_id, entry_id, evidence_id)
);
SELECT place_table('entry_evidence', 'county');
ALTER TABLE entry_evidence ADD CONSTRAINT entry_evidence_entry_fk FOREIGN KEY (county_id, entry_id) REFERENCES entry (county_id, id);
ALTER TABLE entry_evidence ADD CONSTRAINT entry_evidence_file_fk FOREIGN KEY (county_id, evidence_id) REFERENCES evidence (county_id, id);
CREATE INDEX entry_evidence_file ON entry_evidence (county_id, evidence_id);
COMMENT ON TABLE entry_evidence IS 'Which file proves which entry; one file may prove several.';
COMMENT ON COLUMN entry_evidence.county_id IS 'The county';
COMMENT ON COLUMN entry_evidence.entry_id IS 'The entry';
COMMENT ON COLUMN entry_evidence.evidence_id IS 'The file';
COMMENT ON COLUMN entry_evidence.demand IS 'Code of the kind''s demand that it meets; other: none of them';
COMMENT ON COLUMN entry_evidence.added_by IS 'Who tied it';
COMMENT ON COLUMN entry_evidence.added_at IS 'When';
COMMENT ON COLUMN entry_evidence.removed_at IS 'When it was taken off, before posting; null: holds';

CREATE TABLE entry_count (
  county_id text NOT NULL,
  year integer NOT NULL,
  last integer NOT NULL,
  PRIMARY KEY (county_id, year)
);
SELECT place_table('entry_count', 'county');
COMMENT ON TABLE entry_count IS 'Last number given to an entry, by county and year.';
COMMENT ON COLUMN entry_count.county_id IS 'The county';
COMMENT ON COLUMN entry_count.year IS 'Year of reporting';
COMMENT ON COLUMN entry_count.last IS 'Last running number';

CREATE TABLE ledger_month (
  county_id text NOT NULL,
  kind text NOT NULL,
  month date NOT NULL,
  unit_id uuid NOT NULL,
  slice text NOT NULL,
  entries bigint NOT NULL,
  amount_fen bigint NOT NULL,
  quantity numeric NOT NULL,
  people bigint NOT NULL,
  person_times bigint NOT NULL,
  PRIMARY KEY (county_id, month, kind, unit_id, slice)
);
SELECT place_table('ledger_month', 'county');
COMMENT ON TABLE ledger_month IS 'Roll-up of posted entries, kept by the posting itself; recomputed and compared each night.';
COMMENT ON COLUMN ledger_month.county_id IS 'The county';
COMMENT ON COLUMN ledger_month.kind IS 'Kind of entry';
COMMENT ON COLUMN ledger_month.month IS 'First day of the month of counted_on';
COMMENT ON COLUMN ledger_month.unit_id IS 'The unit';
COMMENT ON COLUMN ledger_month.slice IS 'Facet values, as in entry';
COMMENT ON COLUMN ledger_month.entries IS 'Entries less reversals';
COMMENT ON COLUMN ledger_month.amount_fen IS 'Sum in fen';
COMMENT ON COLUMN ledger_month.quantity IS 'Sum in the kind''s unit';
COMMENT ON COLUMN ledger_month.people IS 'Sum of people';
COMMENT ON COLUMN ledger_month.person_times IS 'Sum of person-times';

CREATE TABLE ledger_quarter (
  county_id text NOT NULL,
  kind text NOT NULL,
  quarter date NOT NULL,
  unit_id uuid NOT NULL,
  slice text NOT NULL,
  entries bigint NOT NULL,
  amount_fen bigint NOT NULL,
  quantity numeric NOT NULL,
  people bigint NOT NULL,
  person_times bigint NOT NULL,
  PRIMARY KEY (county_id, quarter, kind, unit_id, slice)
);
SELECT place_table('ledger_quarter', 'county');
COMMENT ON TABLE ledger_quarter IS 'The same by quarter: what boards of half a year or three quarters read.';
COMMENT ON COLUMN ledger_quarter.county_id IS 'The county';
COMMENT ON COLUMN ledger_quarter.kind IS 'Kind of entry';
COMMENT ON COLUMN ledger_quarter.quarter IS 'First day of the quarter of counted_on';
COMMENT ON COLUMN ledger_quarter.unit_id IS 'The unit';
COMMENT ON COLUMN ledger_quarter.slice IS 'Facet values, as in entry';
COMMENT ON COLUMN ledger_quarter.entries IS 'Entries less reversals';
COMMENT ON COLUMN ledger_quarter.amount_fen IS 'Sum in fen';
COMMENT ON COLUMN ledger_quarter.quantity IS 'Sum in the kind''s unit';
COMMENT ON COLUMN ledger_quarter.people IS 'Sum of people';
COMMENT ON COLUMN ledger_quarter.person_times IS 'Sum of person-times';

CREATE TABLE ledger_year (
  county_id text NOT NULL,
  kind text NOT NULL,
  year integer NOT NULL,
  unit_id uuid NOT NULL,
  slice text NOT NULL,
  entries bigint NOT NULL,
  amount_fen bigint NOT NULL,
  quantity numeric NOT NULL,
  people bigint NOT NULL,
  person_times bigint NOT NULL,
  PRIMARY KEY (county_id, year, kind, unit_id, slice)
);
SELECT place_table('ledger_year', 'county');
COMMENT ON TABLE ledger_year IS 'The same by year: what boards over all counties read.';
COMMENT ON COLUMN ledger_year.county_id IS 'The county';
COMMENT ON COLUMN ledger_year.kind IS 'Kind of entry';
COMMENT ON COLUMN ledger_year.year IS 'Year of counted_on';
COMMENT ON COLUMN ledger_year.unit_id IS 'The unit';
COMMENT ON COLUMN ledger_year.slice IS 'Facet values, as in entry';
COMMENT ON COLUMN ledger_year.entries IS 'Entries less reversals';
COMMENT ON COLUMN ledger_year.amount_fen IS 'Sum in fen';
COMMENT ON COLUMN ledger_year.quantity IS 'Sum in the kind''s unit';
COMMENT ON COLUMN ledger_year.people IS 'Sum of people';
COMMENT ON COLUMN ledger_year.person_times IS 'Sum of person-times';

CREATE TABLE ledger_period (
  unit_id uuid NOT NULL,
  period text NOT NULL CONSTRAINT ledger_period_code CHECK (period ~ '^\d{4}(-(0[1-9]|1[0-2])|-Q[1-4])?$'),
  from_on date NOT NULL,
  to_on date NOT NULL,
  state text NOT NULL CONSTRAINT ledger_period_state CHECK (state IN ('close_asked', 'closed', 'reopen_asked', 'open')),
  asked_by uuid NOT NULL,
  asked_at timestamptz NOT NULL,
  reason text,
  decided_by uuid,
  decided_at timestamptz,
  PRIMARY KEY (unit_id, period)
);
SELECT place_table('ledger_period', 'reference');
ALTER TABLE ledger_period ADD CONSTRAINT ledger_period_unit_fk FOREIGN KEY (unit_id) REFERENCES unit (id);
-- The few that wait for a decision, among the months of all units.
CREATE INDEX ledger_period_asked ON ledger_period (asked_at, unit_id, period) WHERE state IN ('close_asked', 'reopen_asked');
COMMENT ON TABLE ledger_period IS 'Closed periods of a unit with all below it; closing and reopening take two persons.';
COMMENT ON COLUMN ledger_period.unit_id IS 'The unit';
COMMENT ON COLUMN ledger_period.period IS '2021 | 2021-Q1 | 2021-03';
COMMENT ON COLUMN ledger_period.from_on IS 'First day';
COMMENT ON COLUMN ledger_period.to_on IS 'Last day';
COMMENT ON COLUMN ledger_period.state IS 'close_asked 申请结账 | closed 已结账 | reopen_asked 申请反结账 | open 未结账; closed and reopen_asked refuse postings';
COMMENT ON COLUMN ledger_period.asked_by IS 'Who asked for it';
COMMENT ON COLUMN ledger_period.asked_at IS 'When';
COMMENT ON COLUMN ledger_period.reason IS 'Why';
COMMENT ON COLUMN ledger_period.decided_by IS 'Who decided, another person';
COMMENT ON COLUMN ledger_period.decided_at IS 'When';

GRANT SELECT, INSERT ON entry_kind TO bangfu_app;
GRANT SELECT, INSERT ON entry_kind_version TO bangfu_app;
GRANT UPDATE (valid_to) ON entry_kind_version TO bangfu_app;
GRANT SELECT, INSERT, UPDATE ON entry TO bangfu_app;
GRANT SELECT, INSERT ON entry_step, entry_person, evidence TO bangfu_app;
GRANT SELECT, INSERT, UPDATE ON entry_difference, entry_evidence, entry_count, ledger_month, ledger_quarter, ledger_year, ledger_period TO bangfu_app;
