-- Which unit helps which county, who is posted there, and what happened in the county.
CREATE TABLE pairing (
  id uuid NOT NULL PRIMARY KEY,
  unit_id uuid NOT NULL,
  county_id text NOT NULL,
  from_on date,
  from_precision text NOT NULL CONSTRAINT pairing_from_precision CHECK (from_precision IN ('year', 'month', 'day', 'unknown')),
  to_on date,
  source text NOT NULL,
  document_id uuid,
  item_id uuid,
  recorded_at timestamptz NOT NULL,
  withdrawn_at timestamptz,
  example boolean NOT NULL DEFAULT false,
  CONSTRAINT pairing_term CHECK (from_on IS NULL OR to_on IS NULL OR from_on <= to_on)
);
SELECT place_table('pairing', 'reference');
ALTER TABLE pairing ADD CONSTRAINT pairing_unit_fk FOREIGN KEY (unit_id) REFERENCES unit (id);
ALTER TABLE pairing ADD CONSTRAINT pairing_county_fk FOREIGN KEY (county_id) REFERENCES place (id);
ALTER TABLE pairing ADD CONSTRAINT pairing_document_fk FOREIGN KEY (document_id) REFERENCES document (id);
ALTER TABLE pairing ADD CONSTRAINT pairing_item_fk FOREIGN KEY (item_id) REFERENCES reading_item (id);
CREATE INDEX pairing_unit ON pairing (unit_id);
CREATE INDEX pairing_county ON pairing (county_id);
CREATE INDEX pairing_document ON pairing (document_id);
CREATE INDEX pairing_item ON pairing (item_id);
CREATE UNIQUE INDEX pairing_open_key ON pairing (unit_id, county_id) WHERE to_on IS NULL AND withdrawn_at IS NULL;
COMMENT ON TABLE pairing IS '结对: a unit helps a county from a day until a day.';
COMMENT ON COLUMN pairing.id IS 'UUIDv7';
COMMENT ON COLUMN pairing.unit_id IS 'The helping unit';
COMMENT ON COLUMN pairing.county_id IS 'The county';
COMMENT ON COLUMN pairing.from_on IS 'First day; the first day of the year or month where no more is known; null: unknown';
COMMENT ON COLUMN pairing.from_precision IS 'How exactly the first day is known';
COMMENT ON COLUMN pairing.to_on IS 'Last day; null: still helping';
COMMENT ON COLUMN pairing.source IS 'Where it stands: a document''s words, or who says so';
COMMENT ON COLUMN pairing.document_id IS 'The document, if one says it';
COMMENT ON COLUMN pairing.item_id IS 'The sentence in it';
COMMENT ON COLUMN pairing.recorded_at IS 'When it was recorded';
COMMENT ON COLUMN pairing.withdrawn_at IS 'When the recording was taken back';
COMMENT ON COLUMN pairing.example IS 'Belongs to the worked example';

CREATE TABLE posting (
  id uuid NOT NULL PRIMARY KEY,
  person_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  county_id text NOT NULL,
  place_id text,
  kind text NOT NULL CONSTRAINT posting_kind CHECK (kind IN ('county_post', 'first_secretary', 'team_member')),
  title text NOT NULL,
  from_on date NOT NULL,
  due_on date,
  to_on date,
  paper text,
  successor_id uuid,
  handover text,
  recorded_at timestamptz NOT NULL,
  example boolean NOT NULL DEFAULT false,
  CONSTRAINT posting_term CHECK (to_on IS NULL OR from_on <= to_on)
);
SELECT place_table('posting', 'reference');
ALTER TABLE posting ADD CONSTRAINT posting_person_fk FOREIGN KEY (person_id) REFERENCES person (id);
ALTER TABLE posting ADD CONSTRAINT posting_unit_fk FOREIGN KEY (unit_id) REFERENCES unit (id);
ALTER TABLE posting ADD CONSTRAINT posting_county_fk FOREIGN KEY (county_id) REFERENCES place (id);
ALTER TABLE posting ADD CONSTRAINT posting_place_fk FOREIGN KEY (place_id) REFERENCES place (id);
ALTER TABLE posting ADD CONSTRAINT posting_successor_fk FOREIGN KEY (successor_id) REFERENCES posting (id);
CREATE INDEX posting_person ON posting (person_id);
CREATE INDEX posting_unit ON posting (unit_id);
CREATE INDEX posting_county ON posting (county_id);
CREATE INDEX posting_place ON posting (place_id);
CREATE INDEX posting_successor ON posting (successor_id);
COMMENT ON TABLE posting IS 'A cadre posted to a county or village (挂职干部、第一书记、工作队员) for a term.';
COMMENT ON COLUMN posting.id IS 'UUIDv7';
COMMENT ON COLUMN posting.person_id IS 'Who';
COMMENT ON COLUMN posting.unit_id IS 'The sending unit (派出单位)';
COMMENT ON COLUMN posting.county_id IS 'The county';
COMMENT ON COLUMN posting.place_id IS 'The town or village, where posted below the county';
COMMENT ON COLUMN posting.kind IS 'county_post 挂职 | first_secretary 第一书记 | team_member 工作队员';
COMMENT ON COLUMN posting.title IS 'Post in the county (副县长 …)';
COMMENT ON COLUMN posting.from_on IS 'First day';
COMMENT ON COLUMN posting.due_on IS 'Day on which the term is to end';
COMMENT ON COLUMN posting.to_on IS 'Last day; null: still there';
COMMENT ON COLUMN posting.paper IS 'Appointment paper (任职文号)';
COMMENT ON COLUMN posting.successor_id IS 'Who took over';
COMMENT ON COLUMN posting.handover IS 'What was handed over (交接记录)';
COMMENT ON COLUMN posting.recorded_at IS 'When it was recorded';
COMMENT ON COLUMN posting.example IS 'Invented for the worked example (示例)';

CREATE TABLE county_event (
  id uuid NOT NULL PRIMARY KEY,
  county_id text NOT NULL,
  unit_id uuid NOT NULL,
  on_day date NOT NULL,
  on_precision text NOT NULL CONSTRAINT county_event_precision CHECK (on_precision IN ('year', 'month', 'day')),
  kind text NOT NULL CONSTRAINT county_event_kind CHECK (kind IN ('delisted', 'visit', 'award', 'other')),
  text text NOT NULL CONSTRAINT county_event_text CHECK (length(text) BETWEEN 1 AND 500),
  source text NOT NULL CONSTRAINT county_event_source CHECK (length(source) BETWEEN 1 AND 500),
  recorded_by uuid NOT NULL,
  recorded_at timestamptz NOT NULL,
  withdrawn_at timestamptz
);
SELECT place_table('county_event', 'reference');
ALTER TABLE county_event ADD CONSTRAINT county_event_county_fk FOREIGN KEY (county_id) REFERENCES place (id);
ALTER TABLE county_event ADD CONSTRAINT county_event_unit_fk FOREIGN KEY (unit_id) REFERENCES unit (id);
ALTER TABLE county_event ADD CONSTRAINT county_event_recorded_by_fk FOREIGN KEY (recorded_by) REFERENCES person (id);
CREATE INDEX county_event_county ON county_event (county_id, on_day);
CREATE INDEX county_event_unit ON county_event (unit_id);
CREATE INDEX county_event_recorded_by ON county_event (recorded_by);
COMMENT ON TABLE county_event IS 'A line of a county''s history that no other table holds (摘帽, 调研 …), each with its source.';
COMMENT ON COLUMN county_event.id IS 'UUIDv7';
COMMENT ON COLUMN county_event.county_id IS 'The county';
COMMENT ON COLUMN county_event.unit_id IS 'The unit that keeps the line';
COMMENT ON COLUMN county_event.on_day IS 'The day, or the first day of the year or month';
COMMENT ON COLUMN county_event.on_precision IS 'How exactly the day is known';
COMMENT ON COLUMN county_event.kind IS 'delisted 摘帽 | visit 调研 | award 表彰 | other';
COMMENT ON COLUMN county_event.text IS 'What happened';
COMMENT ON COLUMN county_event.source IS 'Where it stands';
COMMENT ON COLUMN county_event.recorded_by IS 'Who recorded it';
COMMENT ON COLUMN county_event.recorded_at IS 'When';
COMMENT ON COLUMN county_event.withdrawn_at IS 'When it was taken back';

GRANT SELECT, INSERT ON pairing, posting, county_event TO bangfu_app;
GRANT UPDATE (to_on, withdrawn_at) ON pairing TO bangfu_app;
GRANT UPDATE (to_on, successor_id, handover) ON posting TO bangfu_app;
GRANT UPDATE (withdrawn_at) ON county_event TO bangfu_app;
