-- Documents: the bytes as they came, what was read from them, and what a person made of the reading.
CREATE TABLE blob (
  digest bytea NOT NULL PRIMARY KEY,
  size bigint NOT NULL,
  bytes bytea NOT NULL,
  kept_at timestamptz NOT NULL
);
SELECT place_table('blob', 'local');
COMMENT ON TABLE blob IS 'The original bytes of a file, once per content.';
COMMENT ON COLUMN blob.digest IS 'SHA-256 of the bytes';
COMMENT ON COLUMN blob.size IS 'Bytes';
COMMENT ON COLUMN blob.bytes IS 'The file as it came';
COMMENT ON COLUMN blob.kept_at IS 'When it came';

CREATE TABLE document (
  id uuid NOT NULL PRIMARY KEY,
  unit_id uuid NOT NULL,
  digest bytea NOT NULL,
  file_name text NOT NULL,
  format text NOT NULL CONSTRAINT document_format CHECK (format IN ('md', 'html', 'txt', 'docx', 'pdf')),
  title text,
  published_on date,
  origin text,
  state text NOT NULL CONSTRAINT document_state CHECK (state IN ('review', 'accepted', 'withdrawn')),
  rules_version text NOT NULL,
  warnings jsonb NOT NULL,
  brought_by uuid NOT NULL,
  brought_at timestamptz NOT NULL,
  decided_by uuid,
  decided_at timestamptz,
  example boolean NOT NULL DEFAULT false,
  CONSTRAINT document_unit_digest_key UNIQUE (unit_id, digest)
);
SELECT place_table('document', 'reference');
ALTER TABLE document ADD CONSTRAINT document_unit_fk FOREIGN KEY (unit_id) REFERENCES unit (id);
ALTER TABLE document ADD CONSTRAINT document_brought_by_fk FOREIGN KEY (brought_by) REFERENCES person (id);
ALTER TABLE document ADD CONSTRAINT document_decided_by_fk FOREIGN KEY (decided_by) REFERENCES person (id);
CREATE INDEX document_brought ON document (brought_at DESC, id DESC);
CREATE INDEX document_brought_by ON document (brought_by);
CREATE INDEX document_decided_by ON document (decided_by);
COMMENT ON TABLE document IS 'A file (材料), its reading and how far the review is.';
COMMENT ON COLUMN document.id IS 'UUIDv7';
COMMENT ON COLUMN document.unit_id IS 'The unit whose work it is about';
COMMENT ON COLUMN document.digest IS 'SHA-256 of the file; the bytes are in blob';
COMMENT ON COLUMN document.file_name IS 'Name of the file as it came';
COMMENT ON COLUMN document.format IS 'md | html | txt | docx | pdf';
COMMENT ON COLUMN document.title IS 'Title that the page gives itself';
COMMENT ON COLUMN document.published_on IS 'Day of publication that the page states';
COMMENT ON COLUMN document.origin IS 'Where the page says that it comes from';
COMMENT ON COLUMN document.state IS 'review 审读中 | accepted 已采纳 | withdrawn 已作废 (set aside, can be reopened)';
COMMENT ON COLUMN document.rules_version IS 'Version of the reading rules';
COMMENT ON COLUMN document.warnings IS 'What the reader found doubtful about the page';
COMMENT ON COLUMN document.brought_by IS 'Who brought it in';
COMMENT ON COLUMN document.brought_at IS 'When';
COMMENT ON COLUMN document.decided_by IS 'Who accepted or withdrew it last';
COMMENT ON COLUMN document.decided_at IS 'When';
COMMENT ON COLUMN document.example IS 'Belongs to the worked example';

CREATE TABLE document_text (
  document_id uuid NOT NULL PRIMARY KEY,
  source json NOT NULL
);
SELECT place_table('document_text', 'reference');
ALTER TABLE document_text ADD CONSTRAINT document_text_document_fk FOREIGN KEY (document_id) REFERENCES document (id);
COMMENT ON TABLE document_text IS 'The visible text of a document with its blocks, as the reader saw it.';
COMMENT ON COLUMN document_text.document_id IS 'The document';
COMMENT ON COLUMN document_text.source IS 'Title, text, blocks and marks; see SourceText in the code';

CREATE TABLE reading_item (
  id uuid NOT NULL PRIMARY KEY,
  document_id uuid NOT NULL,
  kind text NOT NULL CONSTRAINT reading_item_kind CHECK (kind IN ('meeting', 'attendee', 'agenda', 'fact', 'place', 'task', 'pairing')),
  seq integer NOT NULL,
  starts integer NOT NULL,
  ends integer NOT NULL,
  quote text NOT NULL,
  doubts text[] NOT NULL,
  read jsonb,
  value jsonb NOT NULL,
  state text NOT NULL CONSTRAINT reading_item_state CHECK (state IN ('pending', 'accepted', 'rejected')),
  changed_by uuid,
  changed_at timestamptz,
  CONSTRAINT reading_item_range CHECK (starts >= 0 AND ends > starts)
);
SELECT place_table('reading_item', 'reference');
ALTER TABLE reading_item ADD CONSTRAINT reading_item_document_fk FOREIGN KEY (document_id) REFERENCES document (id);
ALTER TABLE reading_item ADD CONSTRAINT reading_item_changed_by_fk FOREIGN KEY (changed_by) REFERENCES person (id);
CREATE INDEX reading_item_document ON reading_item (document_id, kind, seq);
CREATE INDEX reading_item_changed_by ON reading_item (changed_by);
COMMENT ON TABLE reading_item IS 'One thing that was read from a document, with its sentence, and what the reviewer says of it.';
COMMENT ON COLUMN reading_item.id IS 'UUIDv7';
COMMENT ON COLUMN reading_item.document_id IS 'The document';
COMMENT ON COLUMN reading_item.kind IS 'meeting 会议 | attendee 参会 | agenda 议题 | fact 数据 | place 地区 | task 任务 | pairing 结对';
COMMENT ON COLUMN reading_item.seq IS 'Order in the document';
COMMENT ON COLUMN reading_item.starts IS 'First UTF-16 unit of the sentence in the text';
COMMENT ON COLUMN reading_item.ends IS 'One past the last';
COMMENT ON COLUMN reading_item.quote IS 'The exact words';
COMMENT ON COLUMN reading_item.doubts IS 'Codes of what is doubtful';
COMMENT ON COLUMN reading_item.read IS 'What the rules read; null: a person added it';
COMMENT ON COLUMN reading_item.value IS 'What it says now, after corrections';
COMMENT ON COLUMN reading_item.state IS 'pending 待定 | accepted 采纳 | rejected 不采纳';
COMMENT ON COLUMN reading_item.changed_by IS 'Who decided or corrected it last';
COMMENT ON COLUMN reading_item.changed_at IS 'When';

GRANT SELECT, INSERT ON blob, document, document_text, reading_item TO bangfu_app;
GRANT UPDATE (state, decided_by, decided_at, title) ON document TO bangfu_app;
GRANT UPDATE (value, state, starts, ends, quote, changed_by, changed_at) ON reading_item TO bangfu_app;
