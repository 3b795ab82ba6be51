-- What an accepted reading becomes: the meeting, the plan with its items, the recorded facts.
CREATE TABLE meeting (
  id uuid NOT NULL PRIMARY KEY,
  unit_id uuid NOT NULL,
  document_id uuid,
  item_id uuid,
  name text NOT NULL CONSTRAINT meeting_name CHECK (length(name) BETWEEN 1 AND 300),
  ordinal integer,
  organiser text,
  held_on date,
  date_text text,
  chair text,
  chair_role text,
  recorded_at timestamptz NOT NULL,
  withdrawn_at timestamptz,
  example boolean NOT NULL DEFAULT false
);
SELECT place_table('meeting', 'reference');
ALTER TABLE meeting ADD CONSTRAINT meeting_unit_fk FOREIGN KEY (unit_id) REFERENCES unit (id);
ALTER TABLE meeting ADD CONSTRAINT meeting_document_fk FOREIGN KEY (document_id) REFERENCES document (id);
ALTER TABLE meeting ADD CONSTRAINT meeting_item_fk FOREIGN KEY (item_id) REFERENCES reading_item (id);
CREATE INDEX meeting_unit ON meeting (unit_id, held_on DESC);
CREATE INDEX meeting_document ON meeting (document_id);
CREATE INDEX meeting_item ON meeting (item_id);
COMMENT ON TABLE meeting IS 'A meeting (会议).';
COMMENT ON COLUMN meeting.id IS 'UUIDv7';
COMMENT ON COLUMN meeting.unit_id IS 'The unit whose meeting it was';
COMMENT ON COLUMN meeting.document_id IS 'The document that reports it';
COMMENT ON COLUMN meeting.item_id IS 'The sentence that names it';
COMMENT ON COLUMN meeting.name IS 'Full name';
COMMENT ON COLUMN meeting.ordinal IS 'N of 第N次';
COMMENT ON COLUMN meeting.organiser IS 'Who held it, as printed';
COMMENT ON COLUMN meeting.held_on IS 'The day; null: the text does not say';
COMMENT ON COLUMN meeting.date_text IS 'The words that gave the day';
COMMENT ON COLUMN meeting.chair IS 'Who presided';
COMMENT ON COLUMN meeting.chair_role IS 'The chair''s posts, as printed';
COMMENT ON COLUMN meeting.recorded_at IS 'When it was recorded';
COMMENT ON COLUMN meeting.withdrawn_at IS 'When the recording was taken back';
COMMENT ON COLUMN meeting.example IS 'Belongs to the worked example';

CREATE TABLE meeting_attendee (
  meeting_id uuid NOT NULL,
  seq integer NOT NULL,
  category text NOT NULL,
  who text NOT NULL,
  item_id uuid,
  PRIMARY KEY (meeting_id, seq)
);
SELECT place_table('meeting_attendee', 'reference');
ALTER TABLE meeting_attendee ADD CONSTRAINT meeting_attendee_meeting_fk FOREIGN KEY (meeting_id) REFERENCES meeting (id);
ALTER TABLE meeting_attendee ADD CONSTRAINT meeting_attendee_item_fk FOREIGN KEY (item_id) REFERENCES reading_item (id);
CREATE INDEX meeting_attendee_item ON meeting_attendee (item_id);
COMMENT ON TABLE meeting_attendee IS 'Who took part, by category (出席、参加、列席).';
COMMENT ON COLUMN meeting_attendee.meeting_id IS 'The meeting';
COMMENT ON COLUMN meeting_attendee.seq IS 'Order in the text';
COMMENT ON COLUMN meeting_attendee.category IS '出席 | 参加 | 列席 … as printed';
COMMENT ON COLUMN meeting_attendee.who IS 'Who, as printed';
COMMENT ON COLUMN meeting_attendee.item_id IS 'The sentence';

CREATE TABLE agenda_item (
  id uuid NOT NULL PRIMARY KEY,
  meeting_id uuid NOT NULL,
  seq integer NOT NULL,
  type text NOT NULL CONSTRAINT agenda_item_type CHECK (type IN ('传达学习', '通报', '审议', '部署', '汇报', '总结', '研究', '交流', '签订')),
  title text NOT NULL,
  quote text NOT NULL,
  item_id uuid,
  CONSTRAINT agenda_item_seq_key UNIQUE (meeting_id, seq)
);
SELECT place_table('agenda_item', 'reference');
ALTER TABLE agenda_item ADD CONSTRAINT agenda_item_meeting_fk FOREIGN KEY (meeting_id) REFERENCES meeting (id);
ALTER TABLE agenda_item ADD CONSTRAINT agenda_item_item_fk FOREIGN KEY (item_id) REFERENCES reading_item (id);
CREATE INDEX agenda_item_item ON agenda_item (item_id);
COMMENT ON TABLE agenda_item IS 'An item of a meeting''s agenda (议题).';
COMMENT ON COLUMN agenda_item.id IS 'UUIDv7';
COMMENT ON COLUMN agenda_item.meeting_id IS 'The meeting';
COMMENT ON COLUMN agenda_item.seq IS 'Order in the text';
COMMENT ON COLUMN agenda_item.type IS 'What was done with it';
COMMENT ON COLUMN agenda_item.title IS 'What it was about';
COMMENT ON COLUMN agenda_item.quote IS 'The exact words';
COMMENT ON COLUMN agenda_item.item_id IS 'The sentence in the document';

CREATE TABLE plan (
  id uuid NOT NULL PRIMARY KEY,
  unit_id uuid NOT NULL,
  year integer NOT NULL CONSTRAINT plan_year CHECK (year BETWEEN 1980 AND 2100),
  title text NOT NULL CONSTRAINT plan_title CHECK (length(title) BETWEEN 1 AND 300),
  state text NOT NULL CONSTRAINT plan_state CHECK (state IN ('draft', 'adopted', 'closed')),
  document_id uuid,
  meeting_id uuid,
  recorded_at timestamptz NOT NULL,
  withdrawn_at timestamptz,
  example boolean NOT NULL DEFAULT false
);
SELECT place_table('plan', 'reference');
ALTER TABLE plan ADD CONSTRAINT plan_unit_fk FOREIGN KEY (unit_id) REFERENCES unit (id);
ALTER TABLE plan ADD CONSTRAINT plan_document_fk FOREIGN KEY (document_id) REFERENCES document (id);
ALTER TABLE plan ADD CONSTRAINT plan_meeting_fk FOREIGN KEY (meeting_id) REFERENCES meeting (id);
CREATE INDEX plan_unit ON plan (unit_id, year DESC);
CREATE INDEX plan_document ON plan (document_id);
CREATE INDEX plan_meeting ON plan (meeting_id);
COMMENT ON TABLE plan IS 'A year''s plan of work of a unit (年度计划).';
COMMENT ON COLUMN plan.id IS 'UUIDv7';
COMMENT ON COLUMN plan.unit_id IS 'Whose plan';
COMMENT ON COLUMN plan.year IS 'The year';
COMMENT ON COLUMN plan.title IS 'Title';
COMMENT ON COLUMN plan.state IS 'draft 草案 | adopted 已审定 | closed 已结束';
COMMENT ON COLUMN plan.document_id IS 'The document that the draft was read from';
COMMENT ON COLUMN plan.meeting_id IS 'The meeting that set the tasks';
COMMENT ON COLUMN plan.recorded_at IS 'When it was recorded';
COMMENT ON COLUMN plan.withdrawn_at IS 'When the recording was taken back';
COMMENT ON COLUMN plan.example IS 'Belongs to the worked example';

CREATE TABLE plan_item (
  id uuid NOT NULL PRIMARY KEY,
  plan_id uuid NOT NULL,
  seq integer NOT NULL,
  line text NOT NULL,
  topic text,
  text text NOT NULL CONSTRAINT plan_item_text CHECK (length(text) BETWEEN 1 AND 4000),
  speaker text,
  due_on date,
  due_text text,
  lead_text text[] NOT NULL,
  support_text text[] NOT NULL,
  document_id uuid,
  item_id uuid,
  recorded_at timestamptz NOT NULL,
  withdrawn_at timestamptz
);
SELECT place_table('plan_item', 'reference');
ALTER TABLE plan_item ADD CONSTRAINT plan_item_plan_fk FOREIGN KEY (plan_id) REFERENCES plan (id);
ALTER TABLE plan_item ADD CONSTRAINT plan_item_document_fk FOREIGN KEY (document_id) REFERENCES document (id);
ALTER TABLE plan_item ADD CONSTRAINT plan_item_item_fk FOREIGN KEY (item_id) REFERENCES reading_item (id);
CREATE INDEX plan_item_plan ON plan_item (plan_id, seq);
CREATE INDEX plan_item_document ON plan_item (document_id);
CREATE INDEX plan_item_item ON plan_item (item_id);
COMMENT ON TABLE plan_item IS 'An item of a plan: one requirement or task.';
COMMENT ON COLUMN plan_item.id IS 'UUIDv7';
COMMENT ON COLUMN plan_item.plan_id IS 'The plan';
COMMENT ON COLUMN plan_item.seq IS 'Order';
COMMENT ON COLUMN plan_item.line IS 'Line of work (工作条线)';
COMMENT ON COLUMN plan_item.topic IS 'Finer topic under the line';
COMMENT ON COLUMN plan_item.text IS 'What is to be done';
COMMENT ON COLUMN plan_item.speaker IS 'Who asked for it (会议 or a name)';
COMMENT ON COLUMN plan_item.due_on IS 'By which day';
COMMENT ON COLUMN plan_item.due_text IS 'The words that gave the day';
COMMENT ON COLUMN plan_item.lead_text IS 'Lead units as printed';
COMMENT ON COLUMN plan_item.support_text IS 'Supporting units as printed';
COMMENT ON COLUMN plan_item.document_id IS 'The document';
COMMENT ON COLUMN plan_item.item_id IS 'The sentence in it';
COMMENT ON COLUMN plan_item.recorded_at IS 'When it was recorded';
COMMENT ON COLUMN plan_item.withdrawn_at IS 'When the recording was taken back';

CREATE TABLE plan_item_unit (
  plan_item_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  part text NOT NULL CONSTRAINT plan_item_unit_part CHECK (part IN ('lead', 'support')),
  PRIMARY KEY (plan_item_id, unit_id)
);
SELECT place_table('plan_item_unit', 'reference');
ALTER TABLE plan_item_unit ADD CONSTRAINT plan_item_unit_item_fk FOREIGN KEY (plan_item_id) REFERENCES plan_item (id);
ALTER TABLE plan_item_unit ADD CONSTRAINT plan_item_unit_unit_fk FOREIGN KEY (unit_id) REFERENCES unit (id);
CREATE INDEX plan_item_unit_unit ON plan_item_unit (unit_id);
COMMENT ON TABLE plan_item_unit IS 'Which units lead and support an item.';
COMMENT ON COLUMN plan_item_unit.plan_item_id IS 'The item';
COMMENT ON COLUMN plan_item_unit.unit_id IS 'The unit';
COMMENT ON COLUMN plan_item_unit.part IS 'lead 牵头 | support 配合';

CREATE TABLE plan_item_county (
  plan_item_id uuid NOT NULL,
  county_id text NOT NULL,
  PRIMARY KEY (plan_item_id, county_id)
);
SELECT place_table('plan_item_county', 'reference');
ALTER TABLE plan_item_county ADD CONSTRAINT plan_item_county_item_fk FOREIGN KEY (plan_item_id) REFERENCES plan_item (id);
ALTER TABLE plan_item_county ADD CONSTRAINT plan_item_county_place_fk FOREIGN KEY (county_id) REFERENCES place (id);
CREATE INDEX plan_item_county_place ON plan_item_county (county_id);
COMMENT ON TABLE plan_item_county IS 'Which counties an item is for; none: the whole unit''s work.';
COMMENT ON COLUMN plan_item_county.plan_item_id IS 'The item';
COMMENT ON COLUMN plan_item_county.county_id IS 'The county';

CREATE TABLE fact (
  id uuid NOT NULL PRIMARY KEY,
  unit_id uuid NOT NULL,
  document_id uuid NOT NULL,
  item_id uuid NOT NULL,
  value text NOT NULL,
  unit text NOT NULL,
  exact numeric NOT NULL,
  plain_unit text NOT NULL,
  approx text CONSTRAINT fact_approx CHECK (approx IN ('about', 'over', 'under', 'at_least', 'at_most')),
  approx_text text,
  what text NOT NULL,
  when_text text,
  from_on date,
  to_on date,
  planned boolean NOT NULL,
  quote text NOT NULL,
  recorded_at timestamptz NOT NULL,
  withdrawn_at timestamptz
);
SELECT place_table('fact', 'reference');
ALTER TABLE fact ADD CONSTRAINT fact_unit_fk FOREIGN KEY (unit_id) REFERENCES unit (id);
ALTER TABLE fact ADD CONSTRAINT fact_document_fk FOREIGN KEY (document_id) REFERENCES document (id);
ALTER TABLE fact ADD CONSTRAINT fact_item_fk FOREIGN KEY (item_id) REFERENCES reading_item (id);
CREATE INDEX fact_unit_id ON fact (unit_id, recorded_at DESC);
CREATE INDEX fact_document ON fact (document_id);
CREATE INDEX fact_item ON fact (item_id);
COMMENT ON TABLE fact IS 'A figure that a document states, filed as stated: never a figure of our own ledger.';
COMMENT ON COLUMN fact.id IS 'UUIDv7';
COMMENT ON COLUMN fact.unit_id IS 'The unit whose work it is about';
COMMENT ON COLUMN fact.document_id IS 'The document';
COMMENT ON COLUMN fact.item_id IS 'The sentence in it';
COMMENT ON COLUMN fact.value IS 'Number as printed, without scale and marker';
COMMENT ON COLUMN fact.unit IS 'Unit as printed, with its scale (万人, 亿元)';
COMMENT ON COLUMN fact.exact IS 'Value in the plain unit';
COMMENT ON COLUMN fact.plain_unit IS 'Plain unit (人, 元, %)';
COMMENT ON COLUMN fact.approx IS 'Kind of marker; null: exact';
COMMENT ON COLUMN fact.approx_text IS 'Marker as printed (约, 多, 超过)';
COMMENT ON COLUMN fact.what IS 'What is counted';
COMMENT ON COLUMN fact.when_text IS 'Words of time';
COMMENT ON COLUMN fact.from_on IS 'First day of the period; null: unknown';
COMMENT ON COLUMN fact.to_on IS 'Last day of the period; null: unknown';
COMMENT ON COLUMN fact.planned IS 'Planned, promised or demanded rather than done';
COMMENT ON COLUMN fact.quote IS 'The exact words';
COMMENT ON COLUMN fact.recorded_at IS 'When it was filed';
COMMENT ON COLUMN fact.withdrawn_at IS 'When the filing was taken back';

CREATE TABLE fact_place (
  fact_id uuid NOT NULL,
  place_id text NOT NULL,
  PRIMARY KEY (fact_id, place_id)
);
SELECT place_table('fact_place', 'reference');
ALTER TABLE fact_place ADD CONSTRAINT fact_place_fact_fk FOREIGN KEY (fact_id) REFERENCES fact (id);
ALTER TABLE fact_place ADD CONSTRAINT fact_place_place_fk FOREIGN KEY (place_id) REFERENCES place (id);
CREATE INDEX fact_place_place ON fact_place (place_id);
COMMENT ON TABLE fact_place IS 'Which places a fact is about.';
COMMENT ON COLUMN fact_place.fact_id IS 'The fact';
COMMENT ON COLUMN fact_place.place_id IS 'The place';

GRANT SELECT, INSERT ON meeting, meeting_attendee, agenda_item, plan, plan_item, plan_item_unit, plan_item_county, fact, fact_place TO bangfu_app;
GRANT UPDATE (withdrawn_at) ON meeting, plan, plan_item, fact TO bangfu_app;
