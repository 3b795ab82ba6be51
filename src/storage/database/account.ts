import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';

/** The system account that runs PostgreSQL, which refuses to run as root; null = the user we are. */
export type Account = { name: string; uid: number; gid: number } | null;

const NAME = 'bangfu';

/**
 * As root: whoever owns the data already, else the account `bangfu`, else (it cannot be made, or may not) `nobody`.
 * As anyone else: null.
 */
export function chooseAccount(clusterFolder: string, mayCreate: boolean): Account {
  if (process.getuid?.() !== 0) return null;
  const owner = ownerOf(clusterFolder);
  if (owner !== null && owner.uid !== 0) return { name: nameOf(owner.uid), uid: owner.uid, gid: owner.gid };
  return find(NAME) ?? (mayCreate ? create() : null) ?? find('nobody') ?? { name: 'nobody', uid: 65534, gid: 65534 };
}

/** Null where nothing lies there yet; what is wrong with the way to it is said when the folder is made. */
function ownerOf(path: string): { uid: number; gid: number } | null {
  try {
    return statSync(path);
  } catch {
    return null;
  }
}

/** Options of `spawn` that make the child run as the account. */
export function runAs(account: Account): { uid?: number; gid?: number } {
  return account === null ? {} : { uid: account.uid, gid: account.gid };
}

function create(): Account {
  const shell = '/usr/sbin/nologin';
  for (const [command, ...rest] of [
    ['useradd', '--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent', '--shell', shell, NAME],
    ['adduser', '-S', '-D', '-H', '-s', '/sbin/nologin', NAME],
  ] as const) {
    try {
      execFileSync(command, rest, { stdio: 'ignore' });
      return find(NAME);
    } catch {
      // Not this system's command; the next one, or nobody.
    }
  }
  return null;
}

function find(name: string): Account {
  const fields = lines().find((line) => line[0] === name);
  return fields ? { name, uid: Number(fields[2]), gid: Number(fields[3]) } : null;
}

function nameOf(uid: number): string {
  return lines().find((line) => line[2] === String(uid))?.[0] ?? String(uid);
}

function lines(): string[][] {
  try {
    return readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .map((line) => line.split(':'));
  } catch {
    return [];
  }
}
