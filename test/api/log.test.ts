import { beforeAll, describe, expect, it } from 'vitest';
import { firstLink } from '../../src/acts/access/first-operator.ts';
import { newId, sm3 } from '../../src/acts/house.ts';
import { ROUTES } from '../../src/contract/routes.ts';
import * as people from '../../src/contract/people.ts';
import * as session from '../../src/contract/session.ts';
import * as work from '../../src/contract/work.ts';
import { canonical } from '../../src/core/kernel/canonical.ts';
import { countOf } from '../support/digest.ts';
import { asNobody, asPerson, Caller, withHouse } from '../support/house.ts';
import { fittingWrites } from '../support/fitting-writes.ts';
import { makeEntries } from '../support/ledger.ts';
import { done, makeWorld, type World } from '../support/world.ts';
import { send, targetOf, writesOn, type Write } from '../support/writes.ts';

/** Signing in and out is kept in the session's own row, not in the log. */
/** As which post each of the four takes steps with entries. */
const ROLE_OF = { first: 'office', officeA: 'office', liaisonA1: 'liaison', countyA: 'county' };
const NOT_ACTS = ['session.open', 'session.close', 'session.end'];
const password = 'a-long-password';

describe('the log of acts', () => {
  const test = withHouse();
  let world: World;
  let writes: Write[];

  beforeAll(async () => {
    world = await makeWorld(test);
    await makeEntries(test, world);
    writes = writesOn(await targetOf(world, test.db.owner, 'a'));
  });

  const rowsSince = async (before: number) => {
    const rows = await test.db.owner.query<Record<string, unknown>>('select * from act_log order by at, id');
    expect(rows.rows.length).toBeGreaterThanOrEqual(before);
    return rows.rows;
  };

  it('knows every write of the contract', () => {
    const own = ['start.first', 'password.change', 'password.set', 'token.make', 'token.end'];
    const known = [...writes.map((write) => write.route.id), ...own, ...NOT_ACTS];
    const all = ROUTES.filter((route) => route.method !== 'GET').map((route) => route.id);
    expect(all.filter((id) => !known.includes(id))).toEqual([]);
  });

  it('has no line of what was refused', async () => {
    const before = await countOf(test.db.owner, 'act_log');
    for (const write of writes) {
      for (const by of ['leaderA', 'auditorB', 'past', 'operatorPlace'] as const) {
        // Which entries they reach they say themselves.
        if (write.needs === 'any') continue;
        const answer = await send(world.as[by], write);
        expect([403, 404], write.route.id).toContain(answer.status);
      }
    }
    expect(await countOf(test.db.owner, 'act_log')).toBe(before);
  });

  it('has exactly one line of each write: who, as which post, what, and the hashes', async () => {
    const bare: string[] = [];
    const steps = fittingWrites(world);
    const takesFour = ({ route }: Write) => Number(steps[route.id] !== undefined);
    // Steps with entries first: later writes end the post of one of the four.
    for (const write of [...writes].sort((a, b) => takesFour(b) - takesFour(a))) {
      const fitting = await steps[write.route.id]?.();
      const sender = fitting?.by ?? write.by;
      const before = await countOf(test.db.owner, 'act_log');
      const actId = newId();
      const answer = await send(
        world.as[sender],
        fitting === undefined ? write : { ...write, input: fitting.input },
        actId,
      );
      expect([write.route.id, answer.status, answer.problems]).toEqual([write.route.id, 200, []]);
      const rows = await rowsSince(before);
      expect(rows.length, write.route.id).toBe(before + 1);
      const row = rows.find((one) => one['id'] === actId);
      const by = await test.db.owner.query<{ person_id: string; role: string }>(
        'select person_id, role from post where id = $1',
        [row?.['post_id']],
      );
      expect(row, write.route.id).toMatchObject({ person_id: world.people[sender], at: expect.any(String) });
      expect(by.rows[0], write.route.id).toEqual({
        person_id: world.people[sender],
        role: fitting === undefined && sender === 'first' ? 'operator' : ROLE_OF[sender],
      });
      expect((row?.['input_hash'] as Buffer).length).toBe(32);
      if ((row?.['after_hash'] as Buffer | null)?.length !== 32) bare.push(write.route.id);
    }
    // Of a new password there must be no digest, and looking at names changes nothing.
    expect(bare).toEqual(['people.reset', 'entry.roster']);
  });

  it('names as act the route that was called', async () => {
    const acts = await test.db.owner.query<{ act: string }>('select distinct act from act_log');
    const routes = ROUTES.map((route) => (route.id === 'document.paste' ? 'document.bring' : route.id));
    expect(acts.rows.map((row) => row.act).filter((act) => !routes.includes(act))).toEqual([]);
  });

  it('shows an auditor the lines of the own unit, and nobody without the ability any', async () => {
    const lines = (await done(world.as.auditorA.call(work.actLog, { query: { limit: '200' } }))).items;
    expect(new Set(lines.map((line) => line.person))).toEqual(new Set(['首位', '周办', '吴联', '陈挂', '褚县']));
    expect((await world.as.officeA.call(work.actLog)).status).toBe(403);
  });
});

describe('secrets', () => {
  const test = withHouse();

  it('stand nowhere in the database in clear, and a password cannot be guessed by the log', async () => {
    const nobody = asNobody(test);
    const link = (await firstLink(test.house)) ?? '';
    const secrets: string[] = [link, password];
    const first = { link, name: '首位', login: 'first', password, unitName: '某部', begin: 'empty' };
    const begun = await done(nobody.call(session.startFirst, { body: first }));
    const operator = await asPerson(test, begun.person.id);
    const unitId = begun.posts[0]?.unitId ?? '';
    const post = { id: newId(), unitId, role: 'auditor', title: null, fromOn: '2021-01-01', toOn: null, scope: [] };
    const person = { id: newId(), name: '审计', phone: null, login: 'shenji', post };
    const added = await done(operator.call(people.addPerson, { body: person }));
    await done(nobody.call(session.setPassword, { body: { link: added.link, password: 'second-password' } }));
    const reset = await done(operator.call(people.resetPassword, { params: { id: person.id } }));
    const actId = newId();
    const change = { old: password, password: 'third-password' };
    await done(operator.call(session.changePassword, { body: { actId, ...change } }));
    const made = await done(
      operator.call(session.makeToken, { body: { name: '脚本', abilities: ['log.read'], endsOn: '2021-07-01' } }),
    );
    await done(operator.call(session.endToken, { params: { id: made.id } }));
    secrets.push(added.link ?? '', 'second-password', 'third-password', reset.link, made.token, operator.secret ?? '');
    expect(secrets.filter((one) => one.length < 10)).toEqual([]);

    const forms = secrets.flatMap((one) => [
      one,
      Buffer.from(one).toString('hex'),
      Buffer.from(one).toString('base64'),
    ]);
    for (const table of ['act_log', 'session', 'token', 'invitation', 'account', 'person', 'post']) {
      const rows = await test.db.owner.query<{ text: string }>(`select t::text as text from ${table} t`);
      for (const { text } of rows.rows)
        for (const form of forms) expect(text.includes(form), `${table} ${text}`).toBe(false);
    }
    const kept = await test.db.owner.query<{ input_hash: Buffer }>('select input_hash from act_log where id = $1', [
      actId,
    ]);
    const guess = sm3(canonical(['password.change', begun.person.id, change]));
    expect(kept.rows[0]?.input_hash.equals(guess)).toBe(false);
  });

  it('are not answered again: what was shown once is refused when the act is sent again', async () => {
    const operator = await asPerson(
      test,
      (await test.db.owner.query<{ id: string }>(`select id from person where name = '首位'`)).rows[0]?.id ?? '',
    );
    const body = { actId: newId(), name: '一次', abilities: ['log.read'], endsOn: '2021-07-01' };
    await done(operator.call(session.makeToken, { body }));
    const again = await operator.call(session.makeToken, { body });
    expect(again).toMatchObject({ status: 409, problems: [{ code: 'act.id_used' }] });
    expect(JSON.stringify(again.value)).not.toContain('bf_');
  });

  it('a wrong secret opens nothing, of whatever form', async () => {
    for (const secret of ['', 'x', 'bf_x', `bf_${'A'.repeat(43)}`, 'A'.repeat(43), "' or '1'='1"]) {
      const answer = await new Caller(test, secret).call(session.whoAmI);
      expect([secret, answer.status]).toEqual([secret, 401]);
    }
  });
});
