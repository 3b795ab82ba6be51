import { expect } from 'vitest';
import { ROUTES } from '../../src/contract/routes.ts';
import type { Route } from '../../src/contract/route.ts';
import { reachOf } from '../../src/core/access/reach.ts';
import type { Ability } from '../../src/core/access/role.ts';
import { may } from './belonging.ts';
import type { Look } from './look.ts';

type Json = Record<string, unknown>;
type Input = { params?: Record<string, string>; query?: Record<string, string> };

const ask = async (look: Look, id: string, input: Input = {}) => {
  const route = ROUTES.find((one) => one.id === id) as Route;
  const answer = await look.caller.call(route, input);
  look.heard.push(JSON.stringify(answer.value));
  return answer as { status: number; value: Json };
};
const holds = (look: Look, ability: Ability): boolean => reachOf(look.actor, ability).length > 0;

/** Definitions are no secret: everybody signed in reads them, and who may change them is told so. */
const open =
  (id: string, input: Input = {}) =>
  async (look: Look): Promise<void> => {
    const { status, value } = await ask(look, id, input);
    expect(status, id).toBe(200);
    if ('can' in value) expect(value['can'], id).toEqual({ manage: holds(look, 'indicator.manage') });
  };

/** Places and units that figures are asked for; what the reader reaches nothing of is missing. What figures count is tested with entries in figures.test.ts. */
const SCOPES: Record<string, string>[] = [{}, { placeId: '222424' }, { placeId: '130126' }, { placeId: '44' }];

/** A unit is known to whoever holds a post in it, reaches it as a unit everywhere, or reaches figures of it. */
const knows = (look: Look, unitId: string): boolean =>
  look.actor.posts.some((post) => post.unitId === unitId) ||
  reachOf(look.actor, 'unit.read').some((pair) => pair.places === null && (pair.units?.includes(unitId) ?? true)) ||
  look.things.some(
    (thing) =>
      thing.kind === 'entry' &&
      thing.row['state'] === 'posted' &&
      thing.row['unit_id'] === unitId &&
      may(look.actor, 'ledger.read', thing),
  );

const figures =
  (id: string, params: Record<string, string> = {}) =>
  async (look: Look): Promise<void> => {
    const pairs = reachOf(look.actor, 'ledger.read');
    for (const scope of SCOPES) {
      const { status } = await ask(look, id, { params, query: { period: '2021', ...scope } });
      const place = scope['placeId'];
      const touched = pairs.some(
        (pair) =>
          place === undefined ||
          pair.places === null ||
          pair.places.some((above) => place.startsWith(above) || above.startsWith(place)),
      );
      expect(status, `${id} ${place ?? 'all'}`).toBe(pairs.length === 0 ? 403 : touched ? 200 : 404);
    }
    for (const thing of look.things.filter((one) => one.kind === 'unit')) {
      const { status } = await ask(look, id, { params, query: { period: '2021', unitId: thing.id } });
      const reached = knows(look, thing.id) && pairs.some((pair) => pair.units?.includes(thing.id) ?? true);
      expect(status, `${id} ${thing.name}`).toBe(pairs.length === 0 ? 403 : reached ? 200 : 404);
    }
  };

const targetList = async (look: Look): Promise<void> => {
  const { status, value } = await ask(look, 'target.list', { query: { limit: '200' } });
  if (!holds(look, 'ledger.read')) return expect(status).toBe(403);
  const seen = look.things.filter((one) => one.kind === 'target' && one.listed && may(look.actor, 'ledger.read', one));
  const items = value['items'] as { id: string; can: { withdraw: boolean } }[];
  expect(items.map((one) => one.id).sort()).toEqual(seen.map((one) => one.id).sort());
  for (const { id, can } of items) {
    const thing = look.things.find((one) => one.id === id);
    expect(can.withdraw).toBe(thing !== undefined && may(look.actor, 'indicator.manage', thing));
  }
};

const proposed = async (look: Look): Promise<void> => {
  const { status, value } = await ask(look, 'target.proposed', { query: { year: '2021' } });
  if (!holds(look, 'indicator.manage')) return expect(status).toBe(403);
  const seen = look.things.filter((one) => one.kind === 'item' && one.listed && may(look.actor, 'plan.read', one));
  for (const item of value['items'] as { planItem: { id: string } }[])
    expect(seen.map((one) => one.id)).toContain(item.planItem.id);
};

/** A figure of everything is opened only by whoever reaches everything; one of a unit in a county by whoever reaches both. */
const cited = async (look: Look): Promise<void> => {
  const pairs = reachOf(look.actor, 'ledger.read');
  const open = async (scope: string) =>
    (await ask(look, 'figure.cited', { params: { figureId: `direct_free.v1.${scope}.2021.20210601T000000000Z` } }))
      .status;
  const want = (whole: boolean) => (pairs.length === 0 ? 403 : whole ? 200 : 404);
  expect(await open('all.all')).toBe(want(pairs.some((pair) => pair.units === null && pair.places === null)));
  expect(await open('nonsense')).toBe(want(false));
  const b1 = look.things.find((one) => one.kind === 'unit' && one.name === '星火集团规划部');
  if (b1 === undefined) return;
  const whole = pairs.some(
    (pair) =>
      (pair.units === null || pair.units.includes(b1.id)) &&
      (pair.places === null || pair.places.some((above) => '222424'.startsWith(above))),
  );
  expect(await open(`county-222424.${b1.id}`)).toBe(want(whole && knows(look, b1.id)));
};

/** Reads of indicators and figures, and how each is checked. */
export const FIGURE_READS: Record<string, (look: Look) => Promise<void>> = {
  'indicator.list': open('indicator.list'),
  'indicator.read': open('indicator.read', { params: { code: 'direct_free' } }),
  'indicator.export': open('indicator.export'),
  'target.list': targetList,
  'target.proposed': proposed,
  'figure.board': figures('figure.board'),
  'figure.read': figures('figure.read', { code: 'direct_free' }),
  'figure.entries': figures('figure.entries', { code: 'direct_free' }),
  'figure.cited': cited,
};
