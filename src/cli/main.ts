import { argv, exit } from 'node:process';
import { cliWords } from '../words/cli.ts';

/** One command of `bangfu`; answers the exit code. */
export type Command = (args: string[]) => Promise<number>;

/** Commands by name; each is loaded only when it is called. */
const COMMANDS: Record<string, () => Promise<Command>> = {
  read: async () => (await import('./read.ts')).read,
  bring: async () => (await import('./bring.ts')).bring,
  admin: async () => (await import('./admin.ts')).admin,
  settings: async () => (await import('./admin.ts')).settings,
};

// The reader of our output may leave early (… | head); that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => exit(error.code === 'EPIPE' ? 0 : 1));

const [name, ...args] = argv.slice(2);
const command = name === undefined ? undefined : COMMANDS[name];
if (command === undefined) {
  const lang = argv.includes('en') ? 'en' : 'zh-CN';
  process.stderr.write(`${cliWords[lang].usage(Object.keys(COMMANDS))}\n`);
  exit(name === undefined || name === 'help' || name === '--help' ? 0 : 2);
}
process.exitCode = await (await command())(args);
