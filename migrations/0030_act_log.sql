-- What was done, by whom, as which post. Only ever added to; sealed by hash in one chain a county.
CREATE TABLE act_log (
  county_id text NOT NULL,
  id uuid NOT NULL,
  act text NOT NULL,
  person_id uuid,
  post_id uuid,
  at timestamptz NOT NULL,
  request_id text,
  subject_kind text,
  subject_id text,
  input_hash bytea NOT NULL,
  note text,
  before_hash bytea,
  after_hash bytea,
  answer jsonb NOT NULL,
  PRIMARY KEY (county_id, id)
);
SELECT place_table('act_log', 'county');
CREATE INDEX act_log_at ON act_log (county_id, at, id);
CREATE INDEX act_log_time ON act_log (at DESC, id DESC);
CREATE INDEX act_log_subject ON act_log (county_id, subject_kind, subject_id, at);
COMMENT ON TABLE act_log IS 'Every act that was done: append only.';
COMMENT ON COLUMN act_log.county_id IS 'The county that it is about; 0: none';
COMMENT ON COLUMN act_log.id IS 'Id of the act, made by the caller: the same id is never done twice';
COMMENT ON COLUMN act_log.act IS 'Name of the act (document.accept)';
COMMENT ON COLUMN act_log.person_id IS 'Who; null: the system';
COMMENT ON COLUMN act_log.post_id IS 'As which post';
COMMENT ON COLUMN act_log.at IS 'When it was recorded';
COMMENT ON COLUMN act_log.request_id IS 'The request, to find it in the server''s log';
COMMENT ON COLUMN act_log.subject_kind IS 'Noun of what was changed';
COMMENT ON COLUMN act_log.subject_id IS 'Which one';
COMMENT ON COLUMN act_log.input_hash IS 'SM3 of the input: another input under the same id is refused';
COMMENT ON COLUMN act_log.note IS 'Reason that the person gave, where the act asks for one';
COMMENT ON COLUMN act_log.before_hash IS 'SM3 of the subject before';
COMMENT ON COLUMN act_log.after_hash IS 'SM3 of the subject after';
COMMENT ON COLUMN act_log.answer IS 'What was answered, given again when the act is sent again';

CREATE TABLE act_seal (
  county_id text NOT NULL,
  seq bigint NOT NULL,
  act_id uuid NOT NULL,
  previous bytea NOT NULL,
  hash bytea NOT NULL,
  sealed_at timestamptz NOT NULL,
  PRIMARY KEY (county_id, seq),
  CONSTRAINT act_seal_act_key UNIQUE (county_id, act_id)
);
SELECT place_table('act_seal', 'county');
ALTER TABLE act_seal ADD CONSTRAINT act_seal_act_fk FOREIGN KEY (county_id, act_id) REFERENCES act_log (county_id, id);
COMMENT ON TABLE act_seal IS 'The chain of a county: each link holds the hash of the one before and of its act.';
COMMENT ON COLUMN act_seal.county_id IS 'The county';
COMMENT ON COLUMN act_seal.seq IS '1, 2, 3 … without a gap';
COMMENT ON COLUMN act_seal.act_id IS 'The act';
COMMENT ON COLUMN act_seal.previous IS 'Hash of the link before; 32 zero bytes for the first';
COMMENT ON COLUMN act_seal.hash IS 'SM3 of previous and of the act''s row';
COMMENT ON COLUMN act_seal.sealed_at IS 'When it was sealed';

CREATE TABLE act_anchor (
  county_id text NOT NULL,
  day date NOT NULL,
  seq bigint NOT NULL,
  hash bytea NOT NULL,
  PRIMARY KEY (county_id, day)
);
SELECT place_table('act_anchor', 'county');
COMMENT ON TABLE act_anchor IS 'Head of each chain at the end of a day; copy them out of the house and nobody can rewrite the days before.';
COMMENT ON COLUMN act_anchor.county_id IS 'The county';
COMMENT ON COLUMN act_anchor.day IS 'The day, Asia/Shanghai';
COMMENT ON COLUMN act_anchor.seq IS 'Last link of the day';
COMMENT ON COLUMN act_anchor.hash IS 'Its hash';

GRANT SELECT, INSERT ON act_log, act_seal, act_anchor TO bangfu_app;
