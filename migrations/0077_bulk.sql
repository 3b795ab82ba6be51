-- Acts on many entries at once: which entries a filter had when it was asked for, and what became of each.
CREATE TABLE bulk_item (
  job_id uuid NOT NULL,
  seq integer NOT NULL,
  county_id text NOT NULL,
  entry_id uuid NOT NULL,
  revision integer NOT NULL,
  outcome text CONSTRAINT bulk_item_outcome CHECK (outcome IN ('done', 'refused')),
  code text,
  problems jsonb,
  PRIMARY KEY (job_id, seq),
  CONSTRAINT bulk_item_reason CHECK ((outcome = 'refused') = (code IS NOT NULL))
);
SELECT place_table('bulk_item', 'local');
ALTER TABLE bulk_item ADD CONSTRAINT bulk_item_job_fk FOREIGN KEY (job_id) REFERENCES job (id);
CREATE INDEX bulk_item_refused ON bulk_item (job_id, code, seq) WHERE outcome = 'refused';
COMMENT ON TABLE bulk_item IS 'The entries of a step with many, as they were when it was asked for; each with what became of it.';
COMMENT ON COLUMN bulk_item.job_id IS 'The job that takes the step';
COMMENT ON COLUMN bulk_item.seq IS '1, 2, 3 … by county and entry';
COMMENT ON COLUMN bulk_item.county_id IS 'County of the entry';
COMMENT ON COLUMN bulk_item.entry_id IS 'The entry';
COMMENT ON COLUMN bulk_item.revision IS 'Its revision then: one that was changed since is refused';
COMMENT ON COLUMN bulk_item.outcome IS 'done | refused; null: not reached yet';
COMMENT ON COLUMN bulk_item.code IS 'First reason against it';
COMMENT ON COLUMN bulk_item.problems IS 'Every reason against it';

-- What was taken out of the house: a person may fetch it for a while.
CREATE TABLE ledger_export (
  id uuid NOT NULL PRIMARY KEY,
  person_id uuid NOT NULL,
  limits text[],
  ask jsonb NOT NULL,
  rows bigint NOT NULL,
  made_at timestamptz NOT NULL
);
SELECT place_table('ledger_export', 'local');
COMMENT ON TABLE ledger_export IS 'An export that was asked for and stands in the log: which entries, which columns, which format. Its rows are never kept.';
COMMENT ON COLUMN ledger_export.id IS 'UUIDv7';
COMMENT ON COLUMN ledger_export.person_id IS 'Who asked';
COMMENT ON COLUMN ledger_export.limits IS 'Abilities of the token that asked; null: a session';
COMMENT ON COLUMN ledger_export.ask IS 'Filter, format, columns and unit of money as asked for';
COMMENT ON COLUMN ledger_export.rows IS 'How many entries it had then';
COMMENT ON COLUMN ledger_export.made_at IS 'When it was asked for';

GRANT SELECT, INSERT, UPDATE ON bulk_item TO bangfu_app;
GRANT SELECT, INSERT ON ledger_export TO bangfu_app;
