import { setFlagsFromString } from 'node:v8';
import type { FastifyInstance } from 'fastify';
import { firstLink } from '../acts/access/first-operator.ts';
import { exampleUnattended } from '../acts/example/unattended.ts';
import type { House } from '../acts/house.ts';
import { jobKinds } from '../acts/job/job-kinds.ts';
import { runJobs, type JobRunner } from '../acts/job/run-jobs.ts';
import { nightlySearch } from '../acts/ledger/suspect-job.ts';
import { nightly } from '../acts/ledger/verify-figures.ts';
import { anchorDay, sealActs } from '../acts/seal.ts';

import { openHouse, type OpenHouse } from '../acts/start/open-house.ts';
import type { Instant } from '../core/kernel/plain-date.ts';
import { StartProblem } from '../core/kernel/start-problem.ts';
import { loadShippedPlaces } from '../acts/start/shipped-places.ts';
import { loadShippedIndicators } from '../acts/start/shipped-indicators.ts';
import { loadShippedKinds } from '../acts/start/shipped-kinds.ts';
import { readSettings, type Settings } from '../settings.ts';
import { describeStartProblem } from '../words/describe-start-problem.ts';
import { terminalWords } from '../words/terminal.ts';
import { makeApp } from './app.ts';

// The heap grows by half of what lives before it is swept, not fourfold: what streams through (an export of half a million rows) leaves the server small.
setFlagsFromString('--heap-growing-percent=50');

const SEAL_EVERY_MS = 5_000;
const ANCHOR_EVERY_MS = 3_600_000;

/** Starts the product; Ctrl-C and SIGTERM end it in order. */
async function main(): Promise<void> {
  const settings = readSettings(process.env);
  const say = (text: string) => process.stdout.write(`${text}\n`);
  const words = terminalWords[settings.lang];
  say(words.opening(settings.databaseUrl === null ? settings.dataFolder : 'DATABASE_URL'));
  const opening = openHouse(settings);
  const stop = stopper(opening, (how) => say(words[how]));
  const open = await opening;
  try {
    await loadShippedPlaces(open.database.owner, 'divisions');
    await loadShippedKinds(open.database.app);
    await loadShippedIndicators(open.database.app);
    const app = await makeApp(open.house, { logLevel: settings.logLevel });
    stop.app = app;
    await listen(app, settings);
    const address = `http://${settings.host.includes(':') ? `[${settings.host}]` : settings.host}:${portOf(app, settings)}`;
    await welcome(open.house, settings, address, say);
    startJobs(open, app, stop);
  } catch (error) {
    await stop.now();
    throw error;
  }
}

async function welcome(house: House, settings: Settings, address: string, say: (text: string) => void): Promise<void> {
  const words = terminalWords[settings.lang];
  if (settings.example) {
    const made = await exampleUnattended(house);
    if (made !== null) say(words.accounts(made));
  }
  const link = await firstLink(house);
  say(link === null ? words.ready(address) : words.first(`${address}/start?link=${link}`));
}

async function listen(app: FastifyInstance, settings: Settings): Promise<void> {
  try {
    await app.listen({ port: settings.port, host: settings.host });
  } catch (error) {
    if ((error as { code?: string }).code === 'EADDRINUSE')
      throw new StartProblem('port_busy', { port: String(settings.port), host: settings.host });
    const { message: reason } = error as Error;
    throw new StartProblem('address_refused', { port: String(settings.port), host: settings.host, reason });
  }
}

function portOf(app: FastifyInstance, settings: Settings): number {
  const address = app.server.address();
  return typeof address === 'object' && address !== null ? address.port : settings.port;
}

interface Stopper {
  app: FastifyInstance | null;
  timers: NodeJS.Timeout[];
  jobs: JobRunner | null;
  /** A stop has been asked for: what fails from now on fails by it. */
  begun: boolean;
  now(): Promise<void>;
}

/** Listens for the signals before anything is open, so that a stop in the middle of a start leaves nothing running. */
function stopper(opening: Promise<OpenHouse>, tell: (how: 'stopping' | 'stopped') => void): Stopper {
  let stopping: Promise<void> | null = null;
  const stop: Stopper = {
    app: null,
    timers: [],
    jobs: null,
    begun: false,
    now: () =>
      (stopping ??= (async () => {
        stop.begun = true;
        stop.timers.forEach((timer) => clearInterval(timer));
        await Promise.all([stop.app?.close(), stop.jobs?.stop()]);
        await (await opening).close();
      })()),
  };
  let told = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (!told) tell('stopping');
      told = true;
      void stop.now().then(
        () => {
          tell('stopped');
          process.exit(0);
        },
        () => process.exit(1),
      );
    });
  }
  return stop;
}

/** What goes on beside the requests: villages of a first start, sealing the log, keeping the heads of its chains. */
function startJobs(open: OpenHouse, app: FastifyInstance, stop: Stopper): void {
  const job = (name: string, work: () => Promise<unknown>) => () =>
    void work().catch((error: unknown) => {
      if (!stop.begun) app.log.error({ err: error, job: name }, 'job failed');
    });
  job('villages', () => loadShippedPlaces(open.database.owner, 'villages'))();
  // What is older than a day was sealed at the start.
  const since = () => new Date(Date.parse(open.house.clock()) - 86_400_000).toISOString() as Instant;
  const seal = job('seal', () => sealActs(open.house, since()));
  const anchor = job('anchor', () => anchorDay(open.house));
  job('seal all', () => sealActs(open.house))();
  anchor();
  stop.jobs = runJobs(open.house, jobKinds, {
    failed: (error, name) => app.log.error({ err: error, job: name }, 'job failed'),
  });
  const compare = nightly(open.house);
  const figures = job('figures', async () => {
    for (const drift of (await compare()) ?? []) app.log.error({ drift }, 'a roll-up is not what its entries sum to');
  });
  stop.timers.push(setInterval(seal, SEAL_EVERY_MS), setInterval(anchor, ANCHOR_EVERY_MS));
  stop.timers.push(setInterval(figures, ANCHOR_EVERY_MS));
  const search = nightlySearch(open.house);
  stop.timers.push(setInterval(job('suspects', search), ANCHOR_EVERY_MS));
}

main().catch((error: unknown) => {
  const text =
    error instanceof StartProblem ? describeStartProblem(error) : String(error instanceof Error ? error.stack : error);
  process.stderr.write(`${text}\n`);
  process.exit(1);
});
