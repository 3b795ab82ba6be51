import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { StartProblem } from './core/kernel/start-problem.ts';
import { root } from './root.ts';

/** What the operator may set, already checked. */
export interface Settings {
  /** TCP port; 0 takes a free one. */
  port: number;
  /** Address to listen on; loopback unless said otherwise. */
  host: string;
  /** Absolute path of the folder that holds the embedded database and the documents. */
  dataFolder: string;
  /** `postgres://…` of an outside server, or null for the embedded one. */
  databaseUrl: string | null;
  /** Whether to load the worked example into an empty database. */
  example: boolean;
  logLevel: (typeof LOG_LEVELS)[number];
  /** Language of the terminal. */
  lang: 'zh-CN' | 'en';
  /** Address of the server that command-line clients talk to, without a slash at the end. */
  server: string;
  /** Personal access token of command-line clients, or null. */
  token: string | null;
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** One environment variable: what it is for, what it takes, and how its text becomes a value (undefined = wrong). */
interface SettingRow<Value> {
  name: string;
  fallback: string;
  wantedZh: string;
  wantedEn: string;
  aboutZh: string;
  aboutEn: string;
  read(text: string): Value | undefined;
}

const row = <Value>(setting: SettingRow<Value>): SettingRow<Value> => setting;
const isSuperuser = (): boolean => process.getuid?.() === 0;

/** All environment variables that the product reads, in one place. */
export const SETTINGS = {
  port: row({
    name: 'PORT',
    fallback: '3000',
    wantedZh: '0 到 65535 的整数',
    wantedEn: 'a whole number from 0 to 65535',
    aboutZh: '网页和接口的端口',
    aboutEn: 'port of the pages and the API',
    read: (text) => (/^\d{1,5}$/.test(text) && Number(text) <= 65535 ? Number(text) : undefined),
  }),
  host: row({
    name: 'HOST',
    fallback: '127.0.0.1',
    wantedZh: '一个地址或主机名（0.0.0.0 为所有网卡）',
    wantedEn: 'an address or host name (0.0.0.0 for all interfaces)',
    aboutZh: '监听的地址，默认只有本机能访问',
    aboutEn: 'address to listen on; only this machine by default',
    read: (text) => (/^[\w.:-]+$/.test(text) ? text : undefined),
  }),
  dataFolder: row({
    name: 'BANGFU_DATA',
    fallback: isSuperuser() ? '/var/lib/bangfu' : join(root, '.data'),
    wantedZh: '一个目录',
    wantedEn: 'a folder',
    aboutZh: '数据目录（内置数据库；材料原件也在库里）',
    aboutEn: 'data folder (the embedded database, which also holds the original documents)',
    read: (text) => folderOf(text),
  }),
  databaseUrl: row<string | null>({
    name: 'DATABASE_URL',
    fallback: '',
    wantedZh: 'postgres://用户:密码@主机:端口/库名',
    wantedEn: 'postgres://user:password@host:port/database',
    aboutZh: '外部 PostgreSQL（15 或更高）；不设则用内置数据库',
    aboutEn: 'an outside PostgreSQL (15 or newer); the embedded one if not set',
    read: (text) => (text === '' ? null : /^postgres(ql)?:\/\/\S+$/.test(text) ? text : undefined),
  }),
  example: row({
    name: 'BANGFU_EXAMPLE',
    fallback: '0',
    wantedZh: '1 或 0',
    wantedEn: '1 or 0',
    aboutZh: '1：空库时载入示例',
    aboutEn: '1: load the worked example into an empty database',
    read: (text) => ({ '1': true, true: true, '0': false, false: false })[text],
  }),
  logLevel: row({
    name: 'LOG_LEVEL',
    fallback: 'warn',
    wantedZh: LOG_LEVELS.join(' | '),
    wantedEn: LOG_LEVELS.join(' | '),
    aboutZh: '日志详细程度',
    aboutEn: 'how much is logged',
    read: (text) => LOG_LEVELS.find((level) => level === text),
  }),
  lang: row({
    name: 'BANGFU_LANG',
    fallback: 'zh-CN',
    wantedZh: 'zh-CN 或 en',
    wantedEn: 'zh-CN or en',
    aboutZh: '终端提示的语言',
    aboutEn: 'language of what the terminal says',
    read: (text) => (['zh-CN', 'en'] as const).find((lang) => lang === text),
  }),
  server: row({
    name: 'BANGFU_SERVER',
    fallback: 'http://127.0.0.1:3000',
    wantedZh: 'http:// 或 https:// 开头的地址',
    wantedEn: 'an address that begins with http:// or https://',
    aboutZh: '命令行 bring 要送往的系统地址',
    aboutEn: 'address of the server that the command bring sends to',
    read: (text) => (/^https?:\/\/\S+$/.test(text) && URL.canParse(text) ? text.replace(/\/+$/, '') : undefined),
  }),
  token: row<string | null>({
    name: 'BANGFU_TOKEN',
    fallback: '',
    wantedZh: '在“我的账号”里生成的令牌',
    wantedEn: 'a token made on the page “My account”',
    aboutZh: '命令行 bring 使用的个人访问令牌',
    aboutEn: 'personal access token that the command bring uses',
    read: (text) => (text === '' ? null : /^bf_[\w-]{43}$/.test(text) ? text : undefined),
  }),
};

/** What is never shown: it holds a password or opens a door. */
export const SECRET_SETTINGS: readonly string[] = [SETTINGS.databaseUrl.name, SETTINGS.token.name];

/** Reads and checks all settings. Throws `StartProblem('setting_wrong')` for the first wrong one. */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  return {
    port: valueOf(SETTINGS.port, env),
    host: valueOf(SETTINGS.host, env),
    dataFolder: valueOf(SETTINGS.dataFolder, env),
    databaseUrl: valueOf(SETTINGS.databaseUrl, env),
    example: valueOf(SETTINGS.example, env),
    logLevel: valueOf(SETTINGS.logLevel, env),
    lang: valueOf(SETTINGS.lang, env),
    server: valueOf(SETTINGS.server, env),
    token: valueOf(SETTINGS.token, env),
  };
}

/** The language of the terminal, where nothing else is asked of the settings. Throws `StartProblem` for a wrong one. */
export const languageOf = (env: Readonly<Record<string, string | undefined>>): Settings['lang'] =>
  valueOf(SETTINGS.lang, env);

function valueOf<Value>(setting: SettingRow<Value>, env: Readonly<Record<string, string | undefined>>): Value {
  const text = env[setting.name]?.trim() || setting.fallback;
  const value = setting.read(text);
  if (value !== undefined) return value;
  const { name, wantedZh, wantedEn } = setting;
  // Name what is wrong without repeating a password.
  const shown = SECRET_SETTINGS.includes(name) ? '***' : text;
  throw new StartProblem('setting_wrong', { name, value: shown, wantedZh, wantedEn });
}

/** Relative folders stand under the folder that the command was given in; `~/` is the user's home. */
function folderOf(text: string): string | undefined {
  if (text.includes('\0')) return undefined;
  if (text.startsWith('~/')) return join(homedir(), text.slice(2));
  return isAbsolute(text) ? text : resolve(process.env['INIT_CWD'] ?? process.cwd(), text);
}
