-- Long work beside the requests: bulk steps, imports, exports. Works in chunks; each chunk is stored together with how far it came.
CREATE TABLE job (
  id uuid NOT NULL PRIMARY KEY,
  kind text NOT NULL,
  state text NOT NULL CONSTRAINT job_state CHECK (state IN ('queued', 'running', 'done', 'failed', 'cancelled')),
  person_id uuid NOT NULL,
  limits text[],
  about text,
  input jsonb NOT NULL,
  progress jsonb,
  done bigint NOT NULL DEFAULT 0,
  total bigint,
  outcome jsonb,
  error text,
  cancel_asked_at timestamptz,
  made_at timestamptz NOT NULL,
  started_at timestamptz,
  ended_at timestamptz,
  server uuid,
  beat_at timestamptz,
  attempts integer NOT NULL DEFAULT 0
);
SELECT place_table('job', 'local');
CREATE INDEX job_open ON job (made_at, id) WHERE state IN ('queued', 'running');
CREATE INDEX job_person ON job (person_id, made_at DESC, id DESC);
CREATE INDEX job_about ON job (about) WHERE about IS NOT NULL;
COMMENT ON TABLE job IS 'Long work that goes on beside the requests and is taken up again after a crash.';
COMMENT ON COLUMN job.id IS 'UUIDv7';
COMMENT ON COLUMN job.kind IS 'What is done: a name of acts/job/job-kinds.ts';
COMMENT ON COLUMN job.state IS 'queued 等待 | running 进行中 | done 完成 | failed 出错 | cancelled 已取消';
COMMENT ON COLUMN job.person_id IS 'Whose work it is: it may do what this person may, asked anew at each chunk';
COMMENT ON COLUMN job.limits IS 'Abilities of the token that asked for it; null: asked for in a session';
COMMENT ON COLUMN job.about IS 'Id of the thing that it works on';
COMMENT ON COLUMN job.input IS 'What was asked for';
COMMENT ON COLUMN job.progress IS 'How far it came, as the kind of job understands it; null: nothing stored yet';
COMMENT ON COLUMN job.done IS 'Rows or things done so far';
COMMENT ON COLUMN job.total IS 'Of how many; null: not known';
COMMENT ON COLUMN job.outcome IS 'What came of it, once done';
COMMENT ON COLUMN job.error IS 'Why it failed, for the operator';
COMMENT ON COLUMN job.cancel_asked_at IS 'When the person asked to stop it; looked at between chunks';
COMMENT ON COLUMN job.made_at IS 'When it was asked for';
COMMENT ON COLUMN job.started_at IS 'When it was first taken up';
COMMENT ON COLUMN job.ended_at IS 'When it ended';
COMMENT ON COLUMN job.server IS 'The server process that works on it';
COMMENT ON COLUMN job.beat_at IS 'Last sign of life of that process; where it is old, another one takes over';
COMMENT ON COLUMN job.attempts IS 'Times taken up since the last chunk that was stored: work that brings a server down is not tried for ever';

GRANT SELECT, INSERT, UPDATE ON job TO bangfu_app;
