import type { readPlan } from '../../contract/work.ts';
import type { AnswerOf } from '../../contract/route.ts';
import { LINES } from '../../core/document/reading.ts';

/** One plan as the server gives it. */
export type Plan = AnswerOf<typeof readPlan>;
/** One item of a plan. */
export type PlanItem = Plan['list'][number];
/** How items are arranged. */
export type View = 'line' | 'unit' | 'county' | 'due';
/** The arrangements in their order. */
export const VIEWS: readonly View[] = ['line', 'unit', 'county', 'due'];

/** Items under one heading; `id` null for what has none. An item of two counties stands under both. */
export interface Bundle {
  key: string;
  id: string | null;
  name: string | null;
  items: PlanItem[];
}

/** Items under the headings of an arrangement; what has no heading comes last. */
export function arrange(items: readonly PlanItem[], view: View): Bundle[] {
  if (view === 'line') {
    return LINES.map((line) => ({
      key: line,
      id: line,
      name: line,
      items: items.filter((item) => item.line === line),
    })).filter((one) => one.items.length > 0);
  }
  const bundles = new Map<string, Bundle>();
  for (const item of items) {
    const heads = headsOf(item, view);
    for (const { id, name } of heads.length === 0 ? [{ id: null, name: null }] : heads) {
      const key = id ?? '';
      const bundle = bundles.get(key) ?? { key: `${view}.${key}`, id, name, items: [] };
      bundle.items.push(item);
      bundles.set(key, bundle);
    }
  }
  const order = (one: Bundle) => (one.id === null ? '\uffff' : view === 'due' ? one.id : (one.name ?? ''));
  return [...bundles.values()].sort((a, b) => order(a).localeCompare(order(b), 'zh-CN'));
}

function headsOf(item: PlanItem, view: View): { id: string; name: string }[] {
  if (view === 'unit') {
    const lead = item.units.filter((unit) => unit.part === 'lead');
    return (lead.length > 0 ? lead : item.units).map(({ id, name }) => ({ id, name }));
  }
  if (view === 'county') return item.counties;
  return item.dueOn === null ? [] : [{ id: item.dueOn.slice(0, 7), name: item.dueOn.slice(0, 7) }];
}
