-- Units, people, posts, scopes, and how people come in.
CREATE TABLE unit (
  id uuid NOT NULL PRIMARY KEY,
  kind text NOT NULL CONSTRAINT unit_kind CHECK (kind IN ('central', 'department', 'affiliated', 'county_office', 'group', 'other')),
  started_on date,
  ended_on date,
  merged_into uuid,
  ended_at timestamptz,
  created_at timestamptz NOT NULL,
  CONSTRAINT unit_term CHECK (started_on IS NULL OR ended_on IS NULL OR started_on <= ended_on)
);
SELECT place_table('unit', 'reference');
ALTER TABLE unit ADD CONSTRAINT unit_merged_into_fk FOREIGN KEY (merged_into) REFERENCES unit (id);
CREATE INDEX unit_merged_into ON unit (merged_into) WHERE merged_into IS NOT NULL;
COMMENT ON TABLE unit IS 'A unit of the organisation (委、司局、直属单位、县级部门). Its names and places in the tree are in unit_version.';
COMMENT ON COLUMN unit.id IS 'UUIDv7 made by the caller';
COMMENT ON COLUMN unit.kind IS 'central 中央单位 | department 司局 | affiliated 直属单位 | county_office 县级部门 | group 领导小组 | other';
COMMENT ON COLUMN unit.started_on IS 'First day of the unit; null: unknown';
COMMENT ON COLUMN unit.ended_on IS 'Last day of the unit; null: still there';
COMMENT ON COLUMN unit.merged_into IS 'The unit that took over on the day after ended_on';
COMMENT ON COLUMN unit.ended_at IS 'When its end was recorded; figures as known before do not know of it';
COMMENT ON COLUMN unit.created_at IS 'When it was recorded';

CREATE TABLE unit_version (
  unit_id uuid NOT NULL,
  valid_from date NOT NULL,
  name text NOT NULL CONSTRAINT unit_version_name CHECK (length(name) BETWEEN 1 AND 200),
  short_name text,
  parent_id uuid,
  place_id text,
  reason text,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (unit_id, valid_from)
);
SELECT place_table('unit_version', 'reference');
ALTER TABLE unit_version ADD CONSTRAINT unit_version_unit_fk FOREIGN KEY (unit_id) REFERENCES unit (id);
ALTER TABLE unit_version ADD CONSTRAINT unit_version_parent_fk FOREIGN KEY (parent_id) REFERENCES unit (id);
ALTER TABLE unit_version ADD CONSTRAINT unit_version_place_fk FOREIGN KEY (place_id) REFERENCES place (id);
CREATE INDEX unit_version_parent ON unit_version (parent_id);
CREATE INDEX unit_version_place ON unit_version (place_id);
COMMENT ON TABLE unit_version IS 'What a unit was called and under which unit it stood, from a day until the next version. Rows are added, never changed.';
COMMENT ON COLUMN unit_version.unit_id IS 'The unit';
COMMENT ON COLUMN unit_version.valid_from IS 'First day of this name and place in the tree';
COMMENT ON COLUMN unit_version.name IS 'Full name';
COMMENT ON COLUMN unit_version.short_name IS 'Usual short name';
COMMENT ON COLUMN unit_version.parent_id IS 'The unit above; null: a root';
COMMENT ON COLUMN unit_version.place_id IS 'For a county office: its county';
COMMENT ON COLUMN unit_version.reason IS 'Why it changed (文号 or a sentence)';
COMMENT ON COLUMN unit_version.recorded_at IS 'When it was recorded';

CREATE TABLE person (
  id uuid NOT NULL PRIMARY KEY,
  name text NOT NULL CONSTRAINT person_name CHECK (length(name) BETWEEN 1 AND 60),
  phone text,
  example boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL
);
SELECT place_table('person', 'reference');
COMMENT ON TABLE person IS 'A person who works with the system or is posted to a county. Households are elsewhere.';
COMMENT ON COLUMN person.id IS 'UUIDv7';
COMMENT ON COLUMN person.name IS 'Name';
COMMENT ON COLUMN person.phone IS 'Telephone; shown masked';
COMMENT ON COLUMN person.example IS 'Invented for the worked example (示例)';
COMMENT ON COLUMN person.created_at IS 'When it was recorded';

CREATE TABLE post (
  id uuid NOT NULL PRIMARY KEY,
  person_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  role text NOT NULL CONSTRAINT post_role CHECK (role IN ('office', 'liaison', 'cadre', 'county', 'leader', 'auditor', 'operator')),
  title text,
  from_on date NOT NULL,
  to_on date,
  created_at timestamptz NOT NULL,
  CONSTRAINT post_term CHECK (to_on IS NULL OR from_on <= to_on)
);
SELECT place_table('post', 'reference');
ALTER TABLE post ADD CONSTRAINT post_person_fk FOREIGN KEY (person_id) REFERENCES person (id);
ALTER TABLE post ADD CONSTRAINT post_unit_fk FOREIGN KEY (unit_id) REFERENCES unit (id);
CREATE INDEX post_person ON post (person_id);
CREATE INDEX post_unit ON post (unit_id);
COMMENT ON TABLE post IS 'A person in a unit with a role for a term. One person may hold several posts.';
COMMENT ON COLUMN post.id IS 'UUIDv7';
COMMENT ON COLUMN post.person_id IS 'Who';
COMMENT ON COLUMN post.unit_id IS 'In which unit';
COMMENT ON COLUMN post.role IS 'office 办公室 | liaison 联络员 | cadre 挂职干部 | county 县级部门 | leader 领导 | auditor 审计 | operator 管理员';
COMMENT ON COLUMN post.title IS 'Post as people say it (处长 …)';
COMMENT ON COLUMN post.from_on IS 'First day';
COMMENT ON COLUMN post.to_on IS 'Last day; null: open';
COMMENT ON COLUMN post.created_at IS 'When it was recorded';

CREATE TABLE post_scope (
  post_id uuid NOT NULL,
  seq smallint NOT NULL,
  unit_id uuid,
  place_id text,
  PRIMARY KEY (post_id, seq)
);
SELECT place_table('post_scope', 'reference');
ALTER TABLE post_scope ADD CONSTRAINT post_scope_post_fk FOREIGN KEY (post_id) REFERENCES post (id);
ALTER TABLE post_scope ADD CONSTRAINT post_scope_unit_fk FOREIGN KEY (unit_id) REFERENCES unit (id);
ALTER TABLE post_scope ADD CONSTRAINT post_scope_place_fk FOREIGN KEY (place_id) REFERENCES place (id);
CREATE INDEX post_scope_unit ON post_scope (unit_id);
CREATE INDEX post_scope_place ON post_scope (place_id);
COMMENT ON TABLE post_scope IS 'What a post reaches: units × places. Each row is one pair of a unit with all below it and a place with all below it.';
COMMENT ON COLUMN post_scope.post_id IS 'The post';
COMMENT ON COLUMN post_scope.seq IS '1, 2 …';
COMMENT ON COLUMN post_scope.unit_id IS 'The unit and all below; null: every unit';
COMMENT ON COLUMN post_scope.place_id IS 'The place and all below; null: every place, and what belongs to no place';

CREATE TABLE account (
  person_id uuid NOT NULL PRIMARY KEY,
  login text NOT NULL CONSTRAINT account_login CHECK (login = lower(login) AND length(login) BETWEEN 2 AND 60),
  password_hash text,
  failed integer NOT NULL DEFAULT 0,
  locked_until timestamptz,
  disabled_at timestamptz,
  password_set_at timestamptz,
  CONSTRAINT account_login_key UNIQUE (login)
);
SELECT place_table('account', 'local');
COMMENT ON TABLE account IS 'How a person signs in.';
COMMENT ON COLUMN account.person_id IS 'Whose';
COMMENT ON COLUMN account.login IS 'Sign-in name, lower case';
COMMENT ON COLUMN account.password_hash IS 'argon2id; null until the person has set one';
COMMENT ON COLUMN account.failed IS 'Failed attempts since the last success';
COMMENT ON COLUMN account.locked_until IS 'No sign-in before';
COMMENT ON COLUMN account.disabled_at IS 'Since when the account is closed';
COMMENT ON COLUMN account.password_set_at IS 'When the password was set';

CREATE TABLE session (
  token_hash bytea NOT NULL PRIMARY KEY,
  id uuid NOT NULL CONSTRAINT session_id_key UNIQUE,
  person_id uuid NOT NULL,
  started_at timestamptz NOT NULL,
  seen_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  ended_at timestamptz,
  address text,
  agent text
);
SELECT place_table('session', 'local');
CREATE INDEX session_person ON session (person_id);
COMMENT ON TABLE session IS 'A sign-in that is or was open.';
COMMENT ON COLUMN session.token_hash IS 'SHA-256 of the cookie; the cookie itself is never stored';
COMMENT ON COLUMN session.id IS 'Name of the session in lists';
COMMENT ON COLUMN session.person_id IS 'Who';
COMMENT ON COLUMN session.started_at IS 'When it began';
COMMENT ON COLUMN session.seen_at IS 'Last request, to the minute';
COMMENT ON COLUMN session.ends_at IS 'When it ends by itself';
COMMENT ON COLUMN session.ended_at IS 'When somebody ended it';
COMMENT ON COLUMN session.address IS 'From which network address';
COMMENT ON COLUMN session.agent IS 'Which browser';

CREATE TABLE token (
  token_hash bytea NOT NULL PRIMARY KEY,
  id uuid NOT NULL CONSTRAINT token_id_key UNIQUE,
  person_id uuid NOT NULL,
  name text NOT NULL,
  abilities text[] NOT NULL,
  created_at timestamptz NOT NULL,
  ends_on date NOT NULL,
  ended_at timestamptz,
  seen_at timestamptz
);
SELECT place_table('token', 'local');
CREATE INDEX token_person ON token (person_id);
COMMENT ON TABLE token IS 'A personal access token for scripts: no more than its person may do, and only the abilities named.';
COMMENT ON COLUMN token.token_hash IS 'SHA-256 of the token; shown once, never stored';
COMMENT ON COLUMN token.id IS 'Name of the token in lists';
COMMENT ON COLUMN token.person_id IS 'Whose';
COMMENT ON COLUMN token.name IS 'What it is for';
COMMENT ON COLUMN token.abilities IS 'Abilities that it carries';
COMMENT ON COLUMN token.created_at IS 'When it was made';
COMMENT ON COLUMN token.ends_on IS 'Last day';
COMMENT ON COLUMN token.ended_at IS 'When it was ended';
COMMENT ON COLUMN token.seen_at IS 'Last use, to the minute';

CREATE TABLE invitation (
  token_hash bytea NOT NULL PRIMARY KEY,
  kind text NOT NULL CONSTRAINT invitation_kind CHECK (kind IN ('first', 'password')),
  person_id uuid,
  made_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  used_at timestamptz
);
SELECT place_table('invitation', 'local');
COMMENT ON TABLE invitation IS 'A one-time link: for the first operator, or for a person to set a password.';
COMMENT ON COLUMN invitation.token_hash IS 'SHA-256 of what the link carries';
COMMENT ON COLUMN invitation.kind IS 'first: makes the first operator | password: sets the password of person_id';
COMMENT ON COLUMN invitation.person_id IS 'Whose password';
COMMENT ON COLUMN invitation.made_at IS 'When it was made';
COMMENT ON COLUMN invitation.ends_at IS 'No use after';
COMMENT ON COLUMN invitation.used_at IS 'When it was used';

CREATE TABLE access_stamp (
  one boolean NOT NULL PRIMARY KEY CONSTRAINT access_stamp_one CHECK (one),
  stamp bigint NOT NULL
);
SELECT place_table('access_stamp', 'local');
INSERT INTO access_stamp VALUES (true, 1);
COMMENT ON TABLE access_stamp IS 'Grows with every change of units, posts or scopes, so that what a server remembers of them is never old.';
COMMENT ON COLUMN access_stamp.one IS 'One row';
COMMENT ON COLUMN access_stamp.stamp IS 'The count';

GRANT SELECT, INSERT ON unit, unit_version, person, post, post_scope, account, session, token, invitation TO bangfu_app;
GRANT UPDATE (ended_on, merged_into, ended_at) ON unit TO bangfu_app;
GRANT UPDATE (name, phone) ON person TO bangfu_app;
GRANT UPDATE (to_on) ON post TO bangfu_app;
GRANT UPDATE (login, password_hash, failed, locked_until, disabled_at, password_set_at) ON account TO bangfu_app;
GRANT UPDATE (seen_at, ended_at) ON session TO bangfu_app;
GRANT UPDATE (seen_at, ended_at) ON token TO bangfu_app;
GRANT UPDATE (used_at) ON invitation TO bangfu_app;
GRANT SELECT, UPDATE ON access_stamp TO bangfu_app;
