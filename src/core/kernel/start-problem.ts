/** Why the program cannot start, or a part of it; each code has its sentence in the words (`start`). */
export type StartProblemCode =
  | 'setting_wrong'
  | 'node_too_old'
  | 'port_busy'
  | 'address_refused'
  | 'data_in_use'
  | 'data_in_use_elsewhere'
  | 'data_unreachable'
  | 'data_unwritable'
  | 'data_of_other_version'
  | 'database_program_missing'
  | 'database_program_broken'
  | 'database_not_created'
  | 'database_not_started'
  | 'database_orphan_stays'
  | 'database_not_reached'
  | 'database_too_old'
  | 'database_role_refused'
  | 'migration_changed'
  | 'migration_unknown'
  | 'migration_failed';

/** Thrown while starting. `code` chooses the sentence; `detail` fills it in (paths, pids, names; never a password). */
export class StartProblem extends Error {
  readonly code: StartProblemCode;
  readonly detail: Readonly<Record<string, string>>;

  constructor(code: StartProblemCode, detail: Readonly<Record<string, string>> = {}) {
    super(`${code} ${JSON.stringify(detail)}`);
    this.name = 'StartProblem';
    this.code = code;
    this.detail = detail;
  }
}
