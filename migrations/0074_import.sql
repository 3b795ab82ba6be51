-- Import of sheets into the ledger: the file as it came, how it is read, what became of each row.
CREATE TABLE sheet_import (
  id uuid NOT NULL PRIMARY KEY,
  unit_id uuid NOT NULL,
  kind text NOT NULL,
  state text NOT NULL CONSTRAINT sheet_import_state CHECK (state IN ('read', 'checking', 'checked', 'applying', 'done', 'cancelled')),
  file_name text NOT NULL,
  format text NOT NULL CONSTRAINT sheet_import_format CHECK (format IN ('xlsx', 'xls', 'csv', 'html', 'paste')),
  digest bytea NOT NULL,
  size bigint NOT NULL,
  sheets jsonb NOT NULL,
  sheet integer NOT NULL,
  head jsonb NOT NULL,
  mapping jsonb NOT NULL,
  options jsonb NOT NULL,
  counts jsonb,
  problem jsonb,
  job_id uuid,
  made_by uuid NOT NULL,
  made_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  ended_at timestamptz,
  revision integer NOT NULL DEFAULT 1
);
SELECT place_table('sheet_import', 'local');
CREATE INDEX sheet_import_unit ON sheet_import (unit_id, made_at DESC, id DESC);
CREATE INDEX sheet_import_made ON sheet_import (made_at DESC, id DESC);
CREATE INDEX sheet_import_digest ON sheet_import (digest);
COMMENT ON TABLE sheet_import IS 'A sheet that is or was imported into the ledger.';
COMMENT ON COLUMN sheet_import.id IS 'UUIDv7';
COMMENT ON COLUMN sheet_import.unit_id IS 'The unit that it belongs to, and whose work the rows are where no column says another one below it';
COMMENT ON COLUMN sheet_import.kind IS 'Kind of entry';
COMMENT ON COLUMN sheet_import.state IS 'read 已读入 | checking 核对中 | checked 已核对 | applying 入库中 | done 完成 | cancelled 已取消';
COMMENT ON COLUMN sheet_import.file_name IS 'Name of the file as it came';
COMMENT ON COLUMN sheet_import.format IS 'What it is by content; paste: pasted from a spreadsheet';
COMMENT ON COLUMN sheet_import.digest IS 'SHA-256 of the bytes; they stand in sheet_import_part';
COMMENT ON COLUMN sheet_import.size IS 'Bytes';
COMMENT ON COLUMN sheet_import.sheets IS 'Names of the sheets in order, hidden or not';
COMMENT ON COLUMN sheet_import.sheet IS 'Position of the sheet that is imported, from 0';
COMMENT ON COLUMN sheet_import.head IS 'Where the table lies in the sheet (TableLayout, merged ranges) and its first rows, for the preview';
COMMENT ON COLUMN sheet_import.mapping IS 'Which column is taken for what: [{column, code, certainty, by}]';
COMMENT ON COLUMN sheet_import.options IS 'What was chosen: unit of money, all or none, defaults, drafts';
COMMENT ON COLUMN sheet_import.counts IS 'What became of the rows and their sums; null: not checked';
COMMENT ON COLUMN sheet_import.problem IS 'Why the last work on it ended early; null: it did not';
COMMENT ON COLUMN sheet_import.job_id IS 'The job that works on it or did last';
COMMENT ON COLUMN sheet_import.made_by IS 'Who brought it';
COMMENT ON COLUMN sheet_import.made_at IS 'When';
COMMENT ON COLUMN sheet_import.changed_at IS 'Last change';
COMMENT ON COLUMN sheet_import.ended_at IS 'When it was done or cancelled';
COMMENT ON COLUMN sheet_import.revision IS 'Goes up when the reading changes: two people at once are told';

CREATE TABLE sheet_import_part (
  import_id uuid NOT NULL,
  seq integer NOT NULL,
  bytes bytea NOT NULL,
  PRIMARY KEY (import_id, seq)
);
SELECT place_table('sheet_import_part', 'local');
-- A packed workbook gains nothing, a csv is read once or twice: no time is spent on packing it.
ALTER TABLE sheet_import_part ALTER COLUMN bytes SET STORAGE EXTERNAL;
COMMENT ON TABLE sheet_import_part IS 'The bytes of an imported file in parts, so that a large one is never held whole.';
COMMENT ON COLUMN sheet_import_part.import_id IS 'The import';
COMMENT ON COLUMN sheet_import_part.seq IS '0, 1, 2 …';
COMMENT ON COLUMN sheet_import_part.bytes IS 'One part of the file';

CREATE TABLE sheet_import_row (
  import_id uuid NOT NULL,
  row integer NOT NULL,
  fate text NOT NULL CONSTRAINT sheet_import_row_fate CHECK (fate IN ('refused', 'ignored')),
  because text,
  other_row integer,
  county_id text,
  entry_id uuid,
  problems jsonb,
  PRIMARY KEY (import_id, row)
);
SELECT place_table('sheet_import_row', 'local');
CREATE INDEX sheet_import_row_fate ON sheet_import_row (import_id, fate, row);
COMMENT ON TABLE sheet_import_row IS 'Rows that did not become an entry, each with its reason.';
COMMENT ON COLUMN sheet_import_row.import_id IS 'The import';
COMMENT ON COLUMN sheet_import_row.row IS 'Row of the sheet as the user sees it, from 1';
COMMENT ON COLUMN sheet_import_row.fate IS 'refused 退回 | ignored 忽略';
COMMENT ON COLUMN sheet_import_row.because IS 'Why it was ignored: total, blank, title, note, example, there (already in the ledger), twin (the same row stands above) …';
COMMENT ON COLUMN sheet_import_row.other_row IS 'The row above that says the same';
COMMENT ON COLUMN sheet_import_row.county_id IS 'County of the entry that is already there';
COMMENT ON COLUMN sheet_import_row.entry_id IS 'The entry that is already there';
COMMENT ON COLUMN sheet_import_row.problems IS 'Why it was refused: [{column, code, params}]; column from 0, null for the whole row';

-- Not logged: lost in a crash of the database, and then the file is checked again.
CREATE UNLOGGED TABLE import_stage (
  import_id uuid NOT NULL,
  row integer NOT NULL,
  entry_id uuid NOT NULL,
  county_id text NOT NULL,
  unit_id uuid NOT NULL,
  place_id text,
  kind_version integer NOT NULL,
  state text NOT NULL,
  occurred_on date NOT NULL,
  amount_fen bigint,
  quantity numeric(20, 4),
  people integer,
  person_times integer,
  slice text NOT NULL,
  voucher text,
  payee text,
  fields jsonb NOT NULL,
  note text,
  once_key text,
  digest bytea NOT NULL,
  PRIMARY KEY (import_id, row)
);
SELECT place_table('import_stage', 'local');
COMMENT ON TABLE import_stage IS 'Rows of a checked import that are good, until they become entries. Not logged.';
COMMENT ON COLUMN import_stage.import_id IS 'The import';
COMMENT ON COLUMN import_stage.row IS 'Row of the sheet';
COMMENT ON COLUMN import_stage.entry_id IS 'Id of the entry to be; always the same for a row of an import';
COMMENT ON COLUMN import_stage.county_id IS 'The county';
COMMENT ON COLUMN import_stage.unit_id IS 'The unit';
COMMENT ON COLUMN import_stage.place_id IS 'Town or village';
COMMENT ON COLUMN import_stage.kind_version IS 'Version of the kind that it was checked by';
COMMENT ON COLUMN import_stage.state IS 'State that the entry begins in: reported | draft';
COMMENT ON COLUMN import_stage.occurred_on IS 'The date that counts';
COMMENT ON COLUMN import_stage.amount_fen IS 'Money';
COMMENT ON COLUMN import_stage.quantity IS 'Quantity';
COMMENT ON COLUMN import_stage.people IS 'People';
COMMENT ON COLUMN import_stage.person_times IS 'Person-times';
COMMENT ON COLUMN import_stage.slice IS 'Facets, as in entry';
COMMENT ON COLUMN import_stage.voucher IS 'Voucher';
COMMENT ON COLUMN import_stage.payee IS 'Payee';
COMMENT ON COLUMN import_stage.fields IS 'Fields, as in entry';
COMMENT ON COLUMN import_stage.note IS 'Remark';
COMMENT ON COLUMN import_stage.once_key IS 'Key against counting twice, as in entry';
COMMENT ON COLUMN import_stage.digest IS 'Digest of everything that the row says';

CREATE TABLE import_digest (
  digest bytea NOT NULL PRIMARY KEY,
  county_id text NOT NULL,
  entry_id uuid NOT NULL
);
SELECT place_table('import_digest', 'local');
COMMENT ON TABLE import_digest IS 'Which entry came of which imported row, for rows without a key against counting twice.';
COMMENT ON COLUMN import_digest.digest IS 'Digest of unit, kind and everything that the row says';
COMMENT ON COLUMN import_digest.county_id IS 'County of the entry';
COMMENT ON COLUMN import_digest.entry_id IS 'The entry';

CREATE TABLE header_memory (
  unit_id uuid NOT NULL,
  kind text NOT NULL,
  header text NOT NULL,
  code text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (unit_id, kind, header)
);
SELECT place_table('header_memory', 'local');
COMMENT ON TABLE header_memory IS 'What a unit''s headers were taken for in earlier imports.';
COMMENT ON COLUMN header_memory.unit_id IS 'The unit';
COMMENT ON COLUMN header_memory.kind IS 'Kind of entry';
COMMENT ON COLUMN header_memory.header IS 'The header, normalised';
COMMENT ON COLUMN header_memory.code IS 'What it was taken for; empty: not wanted';
COMMENT ON COLUMN header_memory.at IS 'When it was said last';

GRANT SELECT, INSERT, UPDATE ON sheet_import, import_digest, header_memory TO bangfu_app;
GRANT SELECT, INSERT ON sheet_import_part TO bangfu_app;
GRANT SELECT, INSERT, DELETE ON sheet_import_row, import_stage TO bangfu_app;
