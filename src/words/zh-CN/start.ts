type Detail = Readonly<Record<string, string>>;

/** Sentences for what may go wrong while starting; `{name}` is filled from the problem's detail. */
export const startZh = {
  setting_wrong: (d: Detail) => `环境变量 ${d['name']} 的值“${d['value']}”不对：应为${d['wantedZh']}。`,
  node_too_old: (d: Detail) =>
    `Node.js 版本 ${d['found']} 太低：需要 ${d['wanted']} 或更高。请到 https://nodejs.org/ 安装后再试。`,
  port_busy: (d: Detail) =>
    `端口 ${d['port']} 已被占用。可能本程序已在运行；也可以换一个端口，例如：PORT=${Number(d['port']) + 1} npm start`,
  address_refused: (d: Detail) =>
    `无法在 ${d['host']} 的端口 ${d['port']} 上监听：${d['reason']}。请检查 HOST 和 PORT（1024 以下的端口通常只有 root 能用）。`,
  data_in_use: (d: Detail) =>
    `数据目录 ${d['data']} 正由另一个本程序使用：进程号 ${d['pid']}，程序目录 ${d['folder']}，自 ${d['since']} 起。` +
    '请先停止它，或用 BANGFU_DATA 指定另一个数据目录。',
  data_in_use_elsewhere: (d: Detail) =>
    `数据目录 ${d['data']} 正由另一台机器或容器使用：主机 ${d['host']}，进程号 ${d['pid']}，程序目录 ${d['folder']}。请先停止它。`,
  data_unreachable: (d: Detail) =>
    `数据库以系统账号 ${d['account']} 运行，但该账号进不了目录 ${d['folder']}。` +
    '请用 BANGFU_DATA 指定该账号能进入的位置（例如 /var/lib/bangfu）。',
  data_unwritable: (d: Detail) =>
    `无法在数据目录 ${d['data']} 中写入：${d['reason']}。请检查目录权限，或用 BANGFU_DATA 另行指定。`,
  data_of_other_version: (d: Detail) =>
    `数据目录 ${d['data']} 属于 PostgreSQL ${d['found']}，而本程序带的是 ${d['wanted']}。请用原来的版本启动，或用 BANGFU_DATA 指定另一个目录。`,
  database_program_missing: (d: Detail) =>
    `没有适用于 ${d['platform']} 的内置数据库程序。请运行 npm ci --include=optional，或用 DATABASE_URL 指定一个 PostgreSQL（15 或更高）。`,
  database_program_broken: (d: Detail) => `内置数据库程序无法运行：${d['reason']}`,
  database_not_created: (d: Detail) => `无法建立数据库（${d['data']}）：${d['reason']}`,
  database_not_started: (d: Detail) => `数据库没有启动。日志在 ${d['log']}，最后几行：\n${d['reason']}`,
  database_orphan_stays: (d: Detail) => `上次遗留的数据库进程 ${d['pid']} 停不下来。请手工停止它后再启动。`,
  database_not_reached: (d: Detail) => `连接不上 DATABASE_URL 指定的数据库（${d['where']}）：${d['reason']}`,
  database_too_old: (d: Detail) => `数据库版本是 ${d['found']}，需要 PostgreSQL 15 或更高。`,
  database_role_refused: (d: Detail) =>
    `数据库用户 ${d['user']} 不能使用角色 bangfu_app（${d['reason']}）。` +
    `请数据库管理员执行：CREATE ROLE bangfu_app NOLOGIN; GRANT bangfu_app TO ${d['user']};`,
  migration_changed: (d: Detail) =>
    `数据库结构文件 ${d['name']} 在执行之后被改动过。已执行的文件不能修改，请恢复原样。`,
  migration_unknown: (d: Detail) =>
    `数据库里有本程序不认识的结构版本 ${d['name']}：数据由更新的程序写成，请使用新版本。`,
  migration_failed: (d: Detail) => `执行数据库结构文件 ${d['name']} 第 ${d['line']} 行处的语句失败：${d['reason']}`,
};

/** The shape that every other language must match to compile. */
export type StartWords = typeof startZh;
