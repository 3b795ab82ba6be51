import { useMemo } from 'react';
import { compareKinds, flattenKind, type KindDifference } from '../../core/ledger/compare-kinds.ts';
import type { KindDefinition } from '../../core/ledger/kind.ts';
import { useWords } from '../client/use-words.ts';
import { fill, type Words } from '../../words/words.ts';
import { useSay } from '../ledger/use-say.ts';
import { conditionText, nameOfPart, pathText } from './naming.ts';
import '../parts/definition/definition.css';
import './kind.css';

interface Side {
  version: number;
  definition: KindDefinition;
}

interface TableProps {
  before: Side;
  after: Side;
  /** Leaves out what is the same. */
  only: boolean;
}

const GROUPS = ['texts', 'measures', 'fields', 'keys', 'rules', 'evidence'] as const;
type Group = (typeof GROUPS)[number];
const GROUP_OF: Readonly<Record<string, Group>> = {
  measures: 'measures',
  fields: 'fields',
  voucher: 'fields',
  payee: 'fields',
  roster: 'fields',
  facets: 'keys',
  once: 'keys',
  rules: 'rules',
  evidence: 'evidence',
};
const groupOf = (path: string): Group => GROUP_OF[path.split('.')[0] ?? ''] ?? 'texts';

/** How many things differ. */
export function useDifferenceCount(before: KindDefinition, after: KindDefinition): number {
  return useMemo(() => compareKinds(before, after).length, [before, after]);
}

function rowsOf(before: KindDefinition, after: KindDefinition, only: boolean): KindDifference[] {
  const changed = compareKinds(before, after);
  if (only) return changed;
  const [left, right] = [flattenKind(before), flattenKind(after)];
  const paths = [...new Set([...left.keys(), ...right.keys()])];
  const orders = changed.filter((one) => !paths.includes(one.path));
  return [
    ...paths.map((path) => ({ path, before: left.get(path) ?? null, after: right.get(path) ?? null })),
    ...orders,
  ];
}

/** What two definitions say, line by line; what differs is lit. */
export function CompareTable({ before: left, after: right, only }: TableProps) {
  const { kind: said, definition: shared } = useWords();
  const { definition: before } = left;
  const { definition: after } = right;
  const rows = useMemo(() => rowsOf(before, after, only), [before, after, only]);
  if (rows.length === 0) return <p className="bf-quiet kd-none">{shared.noChanges}</p>;
  return (
    <table className="df-compare">
      <thead>
        <tr>
          <th scope="col">{said.part}</th>
          <th scope="col">{fill(shared.versionNo, { version: left.version })}</th>
          <th scope="col">{fill(shared.versionNo, { version: right.version })}</th>
        </tr>
      </thead>
      {GROUPS.map((group) => {
        const own = rows.filter((row) => groupOf(row.path) === group);
        return own.length === 0 ? null : (
          <tbody key={group}>
            <tr className="is-group">
              <th scope="rowgroup" colSpan={3}>
                {said.editor.parts[group]}
              </th>
            </tr>
            {own.map((row) => (
              <Line key={row.path} row={row} before={before} after={after} />
            ))}
          </tbody>
        );
      })}
    </table>
  );
}

function Line({ row, before, after }: { row: KindDifference; before: KindDefinition; after: KindDefinition }) {
  const { kind: said, term } = useWords();
  const say = useSay();
  const differs = row.before !== row.after;
  const shown = (text: string | null, of: KindDefinition) =>
    text === null ? '' : row.path === 'line' ? term.line[of.line] : valueText(row.path, text, of, said, say);
  return (
    <tr>
      <th scope="row">{pathText(row.path, [after, before], said, say)}</th>
      <td className={differs && row.before !== null ? 'is-gone' : undefined}>{shown(row.before, before)}</td>
      <td className={differs && row.after !== null ? 'is-new' : undefined}>{shown(row.after, after)}</td>
    </tr>
  );
}

type Say = ReturnType<typeof useSay>;

/** A value of a comparison as people say it: conditions and codes in words. */
function valueText(path: string, text: string, of: KindDefinition, said: Words['kind'], say: Say): string {
  const last = path.split('.').at(-1) ?? '';
  if (text === 'true') return said.yes;
  if (text === 'false') return said.not;
  if (/^rules\.\w+\.(when|must)$/.test(path)) {
    const [, code, part] = path.split('.');
    const condition = of.rules.find((rule) => rule.code === code)?.[part as 'when' | 'must'];
    return condition === undefined || condition === null ? text : conditionText(of, condition, said, say);
  }
  const inWords = wordsFor(last, said);
  if (inWords !== null)
    return text
      .split(',')
      .map((one) => inWords[one] ?? one)
      .join(said.and);
  if (last === 'at' || last === 'facets' || last === 'key')
    return text
      .split(',')
      .map((code) => nameOfPart(of, code, said, say))
      .join(said.and);
  return last === 'synonyms' ? text.replaceAll(',', said.and) : text;
}

/** Codes that have words of their own, by the last part of the path. */
function wordsFor(last: string, said: Words['kind']): Readonly<Record<string, string>> | null {
  switch (last) {
    case 'type':
      return said.type;
    case 'measure':
      return said.measure;
    case 'severity':
      return said.severity;
    case 'roster':
      return said.rosterOf;
    case 'accepts':
      return said.accepts;
    case 'ask':
      return { required: said.required, optional: said.optional, no: said.no };
    case 'derived':
      return { roster_people: said.yes, roster_times: said.yes };
    default:
      return null;
  }
}
