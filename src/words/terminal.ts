import type { Role } from '../core/access/role.ts';
import { roleEn, roleZh } from './role.ts';

interface Account {
  role: Role;
  /** A second role of the same person. */
  also?: Role;
  name: string;
  login: string;
  password: string;
}

const table = (accounts: readonly Account[], roles: Record<Role, string>): string =>
  accounts
    .map(
      (one) =>
        `    ${one.login.padEnd(10)}${one.password.padEnd(18)}${roles[one.role]}${one.also === undefined ? '' : ` + ${roles[one.also]}`}`,
    )
    .join('\n');

/** What the server says on the terminal. */
export const terminalWords = {
  'zh-CN': {
    opening: (where: string) => `帮扶：正在打开数据（${where}）……首次启动需几秒。`,
    first: (link: string) =>
      `帮扶已启动。请在浏览器打开这个一次性链接，设立首位管理员（7 天内有效）：\n\n    ${link}\n`,
    ready: (address: string) => `帮扶已启动：${address}    （按 Ctrl-C 停止）`,
    stopping: '正在停止……',
    stopped: '帮扶已停止。',
    accounts: (accounts: readonly Account[]) =>
      `示例已载入。每种角色一个账号（密码只显示这一次）：\n\n${table(accounts, roleZh)}\n`,
  },
  en: {
    opening: (where: string) => `Bangfu: opening the data (${where}). The first start takes a few seconds.`,
    first: (link: string) =>
      `Bangfu is running. Open this one-time link in a browser to set up the first operator (valid for 7 days):\n\n    ${link}\n`,
    ready: (address: string) => `Bangfu is running: ${address}    (Ctrl-C stops it)`,
    stopping: 'Stopping …',
    stopped: 'Bangfu has stopped.',
    accounts: (accounts: readonly Account[]) =>
      `The worked example is loaded. One account a role (passwords are shown only this once):\n\n${table(accounts, roleEn)}\n`,
  },
};
