import { mayAnywhere, reachOf, type Actor } from '../../core/access/reach.ts';
import { problem, type Problem } from '../../core/kernel/problem.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { rulesWith, SUSPECT_CODES, SUSPECT_PARAMS, wrongParams, type SuspectCode } from '../../core/ledger/suspects.ts';
import { findEntries } from '../../storage/ledger/entry.ts';
import {
  countSuspects,
  listSetRules,
  listSuspects,
  lockSuspect,
  putRule,
  settleSuspect as writeEnd,
  suspectsOfEntry,
  type SuspectOutcome,
  type SuspectRow,
} from '../../storage/ledger/suspect.ts';
import type { House } from '../house.ts';
import { cursorOf, pageOf } from '../paging.ts';
import { allow, type Act } from '../run-act.ts';
import { belongingOfEntry, mayAt, sees } from './entry-access.ts';
import { filterOf, type EntryAsk } from './read-entries.ts';

/** A finding as it is answered. */
const shown =
  (actor: Actor) =>
  ({ otherCountyId, otherId, otherNumber, reportedBy, placeId, ...row }: SuspectRow) => ({
    ...row,
    other:
      otherId === null || otherCountyId === null ? null : { countyId: otherCountyId, id: otherId, number: otherNumber },
    can: {
      settle:
        row.outcome === null &&
        reportedBy !== actor.personId &&
        mayAt(actor, 'ledger.review', belongingOfEntry({ ...row, placeId })),
    },
  });

/** Findings in entries within reach, newest first, and how many there are by rule. */
export async function readSuspects(
  house: House,
  actor: Actor,
  ask: EntryAsk & {
    code?: string | undefined;
    settled?: boolean | undefined;
    after?: string | undefined;
    limit: number;
  },
) {
  const { code, settled = false, after, limit, ...rest } = ask;
  const pairs = reachOf(actor, 'ledger.read');
  const filter = await filterOf(house, actor, rest);
  const rows = await listSuspects(house.app, pairs, {
    filter,
    code,
    settled,
    after: cursorOf(after),
    limit: limit + 1,
  });
  const page = pageOf(rows, limit, (row) => [row.foundAt, row.id]);
  const codes = await countSuspects(house.app, pairs, { filter, code: undefined, settled });
  return { items: page.items.map(shown(actor)), next: page.next, codes, can: { find: mayFind(actor) } };
}

const mayFind = (actor: Actor): boolean => mayAnywhere(actor, 'ledger.review');

/** Findings of one entry within reach, open and settled. */
export async function readSuspectsOf(
  house: House,
  actor: Actor,
  key: { countyId: string; id: string },
): Promise<Result<object, Problem>> {
  const [entry] = await findEntries(house.app, [key]);
  if (entry === undefined || !sees(actor, belongingOfEntry(entry))) return refused(problem('access.missing'));
  const rows = await suspectsOfEntry(house.app, reachOf(actor, 'ledger.read'), key);
  return ok({ items: rows.map(shown(actor)) });
}

/** A person looked at a finding and says what it was. */
export const settleSuspect: Act<
  { countyId: string; id: string; outcome: SuspectOutcome; reason: string },
  { id: string }
> = {
  name: 'suspect.settle',
  county: (input) => input.countyId,
  async perform(context, input) {
    const { tx, actor, now } = context;
    const found = await lockSuspect(tx, input);
    const [entry] = found === null ? [] : await findEntries(tx, [{ countyId: input.countyId, id: found.entryId }]);
    if (found === null || entry === undefined) return refused(problem('access.missing'));
    const no = allow(context, 'ledger.review', belongingOfEntry(entry), 'ledger.read');
    if (no !== null) return refused(no);
    if (found.outcome !== null) return refused(problem('suspect.settled', undefined, { name: found.settledBy ?? '' }));
    if (entry.reportedBy === actor.personId) return refused(problem('suspect.own'));
    await writeEnd(tx, input, { outcome: input.outcome, reason: input.reason, by: actor.personId, now });
    return ok({
      answer: { id: input.id },
      subject: { kind: 'entry', id: entry.id },
      before: { outcome: null },
      after: { outcome: input.outcome, reason: input.reason },
      note: input.reason,
    });
  },
};

/** Rules hold everywhere, like kinds: whoever reaches every place may set them. */
const managesRules = (actor: Actor): boolean => reachOf(actor, 'kind.manage').some((pair) => pair.places === null);

/** The rules with their thresholds, what these may be, and who set them. */
export async function readRules(house: House, actor: Actor) {
  const set = await listSetRules(house.app);
  return {
    items: rulesWith(set).map((rule) => ({
      ...rule,
      bounds: SUSPECT_PARAMS[rule.code],
      set: set.some((one) => one.code === rule.code),
    })),
    can: { manage: managesRules(actor) },
  };
}

/** Sets the thresholds of a rule, or switches it off; what was found stays. */
export const setRule: Act<{ code: string; enabled: boolean; params: Record<string, string> }, { code: string }> = {
  name: 'suspect.set_rule',
  async perform(context, { code, enabled, params }) {
    const { tx, actor, now } = context;
    if (!managesRules(actor)) return refused(problem('access.forbidden'));
    if (!(SUSPECT_CODES as readonly string[]).includes(code)) return refused(problem('access.missing'));
    const wrong = wrongParams(code as SuspectCode, params);
    if (wrong.length > 0) return refused(...wrong.map((name) => problem('input.invalid', `params.${name}`)));
    context.post = actor.posts[0]?.id ?? null;
    const before = (await listSetRules(tx)).find((one) => one.code === code) ?? null;
    await putRule(tx, { code, enabled, params, changedBy: actor.personId, changedAt: now });
    const after = { enabled, params };
    return ok({ answer: { code }, subject: null, before, after, note: `${code} ${JSON.stringify(after)}` });
  },
};
