import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { firstLink, firstOperator } from '../src/acts/access/first-operator.ts';
import { openSession } from '../src/acts/access/sign-in.ts';
import { makeExample } from '../src/acts/example/make-example.ts';
import { machineClock, newId, shippedReading, type House } from '../src/acts/house.ts';
import { nobody, runAct } from '../src/acts/run-act.ts';
import { loadShippedIndicators } from '../src/acts/start/shipped-indicators.ts';
import { loadShippedKinds } from '../src/acts/start/shipped-kinds.ts';
import { loadShippedPlaces } from '../src/acts/start/shipped-places.ts';
import { makeApp } from '../src/api/app.ts';
import { COOKIE } from '../src/api/serve.ts';
import { inRoot } from '../src/root.ts';
import { listFacts } from '../src/storage/fact/fact.ts';
import { findPlan, listPlanItems } from '../src/storage/plan/plan.ts';
import { openDatabase } from '../src/storage/database/open-database.ts';
import { against, median, type Measure } from './measure.ts';

const ROUNDS = 7;
const SECONDS = 2;
const ALL = [{ units: null, places: null }];

/** Signed-in requests per second against bare node:http with the same query and no sign-in, in turns. Goal: 0.6 of it. */
export async function run(databaseUrl: string): Promise<Measure[]> {
  const database = await openDatabase({ databaseUrl, dataFolder: '' });
  try {
    await loadShippedPlaces(database.owner, 'divisions');
    await loadShippedKinds(database.app);
    await loadShippedIndicators(database.app);
    const house: House = { app: database.app, clock: machineClock, reading: shippedReading() };
    const { secret, planId } = await world(house);
    const app = await makeApp(house, { logLevel: 'silent', limit: false });
    const ours = await app.listen({ port: 0, host: '127.0.0.1' });
    const bare = await serveBare(house, planId);
    try {
      return [
        await compare('a county’s facts', `${ours}/api/facts?countyId=451022&limit=50`, `${bare.url}/facts`, secret),
        await compare('a plan with its items', `${ours}/api/plans/${planId}`, `${bare.url}/plan`, secret),
      ];
    } finally {
      bare.server.close();
      await app.close();
    }
  } finally {
    await database.close();
  }
}

async function world(house: House): Promise<{ secret: string; planId: string }> {
  const link = (await firstLink(house)) ?? '';
  const first = await runAct(house, firstOperator, {
    actId: newId(),
    actor: nobody,
    input: { link, name: 'bench', login: 'bench', password: 'bench-bench-bench', unitName: 'bench' },
  });
  if (!first.ok) throw new Error('the bench wants an empty database');
  const example = await makeExample(house, first.value);
  if (!example.ok) throw new Error(JSON.stringify(example.problems));
  const plan = await house.app.query<{ id: string }>('select id from plan limit 1');
  return {
    secret: await openSession(house, first.value.personId, { address: null, agent: null }),
    planId: plan.rows[0]?.id ?? '',
  };
}

/** The same queries behind nothing but node:http. */
async function serveBare(house: House, planId: string): Promise<{ server: Server; url: string }> {
  const server = createServer((request, response) => {
    const plan = async () => ({
      ...(await findPlan(house.app, ALL, planId, { meetings: ALL, documents: ALL })),
      list: await listPlanItems(house.app, ALL, { planId, after: null, limit: 2000, documents: ALL }),
    });
    const facts = async () => ({
      items: await listFacts(house.app, ALL, { countyId: '451022', after: null, limit: 51, documents: ALL }),
    });
    void (request.url === '/facts' ? facts() : plan()).then((answer) => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(answer));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

async function compare(measure: string, ours: string, bare: string, secret: string): Promise<Measure> {
  const cookie = `${COOKIE}=${secret}`;
  await load(ours, cookie, 1);
  await load(bare, cookie, 1);
  const pairs: [number, number][] = [];
  for (let i = 0; i < ROUNDS; i += 1)
    pairs.push([await load(ours, cookie, SECONDS), await load(bare, cookie, SECONDS)]);
  const ratio = median(pairs.map(([a, b]) => a / b));
  const yardstick = median(pairs.map(([, b]) => b));
  return against(
    {
      bench: 'http',
      measure: `${measure}, signed in`,
      value: ratio * yardstick,
      unit: 'requests/s',
      yardstick,
      goal: '≥ 0.6×',
    },
    (r) => r >= 0.6,
  );
}

/** Requests per second of eight callers in a process of their own. */
async function load(url: string, cookie: string, seconds: number): Promise<number> {
  const child = spawn(process.execPath, [inRoot('bench', 'load.mjs'), url, cookie, String(seconds)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let out = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  const [code] = (await once(child, 'exit')) as [number];
  if (code !== 0) throw new Error(`load ${url}: ${code}`);
  return Number(out);
}
