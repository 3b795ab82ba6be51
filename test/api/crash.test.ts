import { spawn, type ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../src/acts/house.ts';
import { COOKIE } from '../../src/api/serve.ts';
import * as document from '../../src/contract/document.ts';
import { inRoot } from '../../src/root.ts';
import { countOf, digests } from '../support/digest.ts';
import { beginHouse, withHouse, type Caller } from '../support/house.ts';
import { withoutVillages } from '../support/load-template.ts';
import { done } from '../support/world.ts';

const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const test = withHouse(new Date().toISOString());
const started: ChildProcess[] = [];

/** The real server as a process of its own, on this test's database; gives its address. */
async function startServer(): Promise<{ child: ChildProcess; address: string }> {
  const env = { ...process.env, DATABASE_URL: test.db.url, PORT: '0', BANGFU_LANG: 'en', LOG_LEVEL: 'silent' };
  const child = spawn(process.execPath, ['--import', tsx, inRoot('src/api/server.ts')], { cwd: tmpdir(), env });
  started.push(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (said += part.toString()));
  for (let i = 0; i < 1500; i += 1) {
    const found = /http:\/\/[\w.:]+/.exec(said)?.[0];
    if (found !== undefined) return { child, address: found };
    if (child.exitCode !== null) break;
    await new Promise((wake) => setTimeout(wake, 20));
  }
  throw new Error(`the server did not start: ${said}`);
}

const end = async (child: ChildProcess) => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = new Promise((wake) => child.once('close', wake));
  child.kill('SIGKILL');
  await closed;
};

/** A text of many demands, so that its acceptance takes many statements. */
const long = `会议要求，${Array.from({ length: 300 }, (_, n) => `${n + 1}.要支持灵寿县第${n + 1}个村发展产业。`).join('\n')}`;

describe('a server that is killed in the middle of an act', () => {
  let office: Caller;
  let id: string;
  const accept = { actId: newId(), plan: { new: { year: 2021, title: '长计划' } }, meeting: 'new' };
  const send = (address: string) =>
    fetch(`${address}/api/documents/${id}/accept`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: `${COOKIE}=${office.secret ?? ''}` },
      body: JSON.stringify(accept),
    });

  beforeAll(async () => {
    await withoutVillages(test.db.owner);
    office = (await beginHouse(test)).caller;
    id = (await done(office.call(document.pasteDocument, { body: { unitId: null, title: '长', text: long } }))).id;
    const items = (await done(office.call(document.readDocument, { params: { id } }))).list.map((item) => item.id);
    expect(items.length).toBeGreaterThan(250);
    await done(office.call(document.reviewDocument, { params: { id }, body: { change: { do: 'accept', items } } }));
  });
  afterAll(async () => {
    for (const child of started) await end(child);
  });

  it('has done nothing of it, and after a new start the same act goes through, once', async () => {
    const before = await digests(test.db.owner);
    const { child, address } = await startServer();
    const holder = await test.db.owner.connect();
    try {
      await holder.query('begin');
      // It stops at the first item's counties: the plan is written, and nothing is committed.
      await holder.query('lock table plan_item_county in exclusive mode');
      const answer = send(address).then(
        (response) => response.status,
        () => 'no answer',
      );
      await holder.query(`do $$ begin for i in 1..9000 loop
        if exists (select from pg_locks where not granted and relation = 'plan_item_county'::regclass) then return; end if;
        perform pg_sleep(0.01); end loop; raise 'nobody waits'; end $$`);
      await end(child);
      expect(await answer).toBe('no answer');
    } finally {
      await holder.query('rollback');
      holder.release();
    }
    // The server seals the log by itself, and notes when a session was last used.
    const aside = { act_seal: '', act_anchor: '', session: '', invitation: '' };
    expect({ ...(await digests(test.db.owner)), ...aside }).toEqual({ ...before, ...aside });

    const again = await startServer();
    const first = await send(again.address);
    expect(first.status).toBe(200);
    const answer = (await first.json()) as { counts: { tasks: number } };
    expect(await (await send(again.address)).json()).toEqual(answer);
    await end(again.child);
    expect(await countOf(test.db.owner, 'plan')).toBe(1);
    expect(await countOf(test.db.owner, 'plan_item')).toBe(answer.counts.tasks);
  }, 60_000);
});
