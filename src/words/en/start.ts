import type { StartWords } from '../zh-CN/start.ts';

/** English sentences for what may go wrong while starting. */
export const startEn: StartWords = {
  setting_wrong: (d) => `The environment variable ${d['name']} is "${d['value']}", but must be ${d['wantedEn']}.`,
  node_too_old: (d) => `Node.js ${d['found']} is too old: ${d['wanted']} or newer is needed. See https://nodejs.org/`,
  port_busy: (d) =>
    `Port ${d['port']} is taken. Perhaps Bangfu is running already; or choose another port: PORT=${Number(d['port']) + 1} npm start`,
  address_refused: (d) =>
    `Cannot listen on ${d['host']}, port ${d['port']}: ${d['reason']}. Check HOST and PORT (ports below 1024 are mostly for root only).`,
  data_in_use: (d) =>
    `The data folder ${d['data']} is in use by another Bangfu: process ${d['pid']}, started from ${d['folder']}, since ` +
    `${d['since']}. Stop that one first, or name another folder with BANGFU_DATA.`,
  data_in_use_elsewhere: (d) =>
    `The data folder ${d['data']} is in use on another machine or container: host ${d['host']}, process ${d['pid']}, ` +
    `started from ${d['folder']}. Stop that one first.`,
  data_unreachable: (d) =>
    `The database runs as the system account ${d['account']}, which cannot reach the folder ${d['folder']}. ` +
    'Name a place that it can reach with BANGFU_DATA (such as /var/lib/bangfu).',
  data_unwritable: (d) =>
    `Cannot write to the data folder ${d['data']}: ${d['reason']}. Check its permissions, or name another with BANGFU_DATA.`,
  data_of_other_version: (d) =>
    `The data folder ${d['data']} belongs to PostgreSQL ${d['found']}, but this program brings ${d['wanted']}. ` +
    'Start it with the former version, or name another folder with BANGFU_DATA.',
  database_program_missing: (d) =>
    `There is no embedded database program for ${d['platform']}. Run npm ci --include=optional, or name a PostgreSQL ` +
    '(15 or newer) with DATABASE_URL.',
  database_program_broken: (d) => `The embedded database program does not run: ${d['reason']}`,
  database_not_created: (d) => `The database could not be created (${d['data']}): ${d['reason']}`,
  database_not_started: (d) => `The database did not start. Its log is ${d['log']}; the last lines:\n${d['reason']}`,
  database_orphan_stays: (d) =>
    `The database process ${d['pid']} left from last time does not stop. Stop it by hand, then start again.`,
  database_not_reached: (d) => `The database named by DATABASE_URL cannot be reached (${d['where']}): ${d['reason']}`,
  database_too_old: (d) => `The database is version ${d['found']}; PostgreSQL 15 or newer is needed.`,
  database_role_refused: (d) =>
    `The database user ${d['user']} may not use the role bangfu_app (${d['reason']}). Ask the administrator to run: ` +
    `CREATE ROLE bangfu_app NOLOGIN; GRANT bangfu_app TO ${d['user']};`,
  migration_changed: (d) =>
    `The migration ${d['name']} was changed after it had run. Files that have run may not change; restore it.`,
  migration_unknown: (d) =>
    `The database has a migration that this program does not know, ${d['name']}: it was written by a newer version.`,
  migration_failed: (d) => `The migration ${d['name']} failed at the statement on line ${d['line']}: ${d['reason']}`,
};
