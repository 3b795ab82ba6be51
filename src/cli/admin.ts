import { passwordLink } from '../acts/access/people.ts';
import { driftOf } from '../acts/ledger/verify-figures.ts';
import { anchorDay, listAnchors, sealActs, verifyChains } from '../acts/seal.ts';
import { openHouse } from '../acts/start/open-house.ts';
import { StartProblem } from '../core/kernel/start-problem.ts';
import { languageOf, readSettings, SECRET_SETTINGS, SETTINGS } from '../settings.ts';
import { adminWords } from '../words/admin.ts';
import { describeStartProblem } from '../words/describe-start-problem.ts';

const say = (text: string): boolean => process.stdout.write(`${text}\n`);

/** `bangfu admin verify | figures | anchors | link LOGIN`: for the operator of the machine, while the server is stopped or on DATABASE_URL. */
export async function admin(args: string[]): Promise<number> {
  const [what, login] = args;
  if (!['verify', 'figures', 'anchors'].includes(what ?? '') && !(what === 'link' && login !== undefined)) {
    process.stderr.write(`${adminWords['zh-CN'].usage}\n${adminWords.en.usage}\n`);
    return 2;
  }
  try {
    const settings = readSettings(process.env);
    const words = adminWords[settings.lang];
    const open = await openHouse(settings);
    try {
      if (what === 'link') {
        const link = await passwordLink(open.house, (login ?? '').toLowerCase());
        say(link === null ? words.noLogin(login ?? '') : words.link(`/set-password?link=${link}`));
        return link === null ? 1 : 0;
      }
      if (what === 'figures') {
        const drift = await driftOf(open.house);
        say(drift.length === 0 ? words.figuresRight : drift.map((one) => words.drift(one)).join('\n'));
        return drift.length === 0 ? 0 : 1;
      }
      await sealActs(open.house);
      if (what === 'anchors') {
        await anchorDay(open.house);
        for (const one of await listAnchors(open.database.app))
          say(`${one.day}  ${one.countyId}  ${one.seq}  ${one.hash}`);
        return 0;
      }
      const { links, breaks } = await verifyChains(open.database.app);
      say(breaks.length === 0 ? words.whole(links) : breaks.map((one) => words.broken[one.kind](one)).join('\n'));
      return breaks.length === 0 ? 0 : 1;
    } finally {
      await open.close();
    }
  } catch (error) {
    if (!(error instanceof StartProblem)) throw error;
    process.stderr.write(`${describeStartProblem(error)}\n`);
    return 1;
  }
}

/** `bangfu settings`: every environment variable, what it is for, and its value now. */
export function settings(args: string[]): Promise<number> {
  const english = args.includes('--lang=en') || args.includes('en') || languageOf(process.env) === 'en';
  for (const one of Object.values(SETTINGS)) {
    const value =
      process.env[one.name] === undefined
        ? one.fallback
        : SECRET_SETTINGS.includes(one.name)
          ? '***'
          : process.env[one.name];
    say(`${one.name.padEnd(16)}${(value || '—').padEnd(24)}${english ? one.aboutEn : one.aboutZh}`);
  }
  return Promise.resolve(0);
}
