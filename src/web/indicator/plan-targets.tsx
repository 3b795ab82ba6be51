import { App, Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { figureBoard } from '../../contract/figure.ts';
import { proposedTargets, setTarget, targets as targetList } from '../../contract/indicator.ts';
import type { AnswerOf } from '../../contract/route.ts';
import { newId } from '../client/new-id.ts';
import { useAct } from '../client/use-act.ts';
import { useMay } from '../client/use-me.ts';
import { useRead } from '../client/use-read.ts';
import { useWords } from '../client/use-words.ts';
import { fill } from '../../words/words.ts';
import { useSay } from '../ledger/use-say.ts';
import { DataList, type Column } from '../parts/data-list.tsx';
import { Mark } from '../parts/mark.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { Section } from '../parts/section.tsx';
import { CountyName } from '../parts/texts.tsx';
import { figurePath } from './scope.ts';
import { CompletionBar, printed, Value } from './value.tsx';
import { WithdrawTarget } from './withdraw-target.tsx';
import { UnitText } from '../parts/unit-text.tsx';
import './figure.css';

type Board = AnswerOf<typeof figureBoard>;
type Target = AnswerOf<typeof targetList>['items'][number];
type Proposal = AnswerOf<typeof proposedTargets>['items'][number];
interface Plan {
  id: string;
  year: number;
  unitId: string;
}

/** A line: a target of the plan, set or only read from an item so far. */
interface Row {
  indicator: string;
  countyId: string | null;
  countyName: string | null;
  item: { id: string; text: string };
  target: Target | null;
  proposal: Proposal | null;
}

/** The targets that a plan's items name, with how far each has come; nothing where none is named. */
export function PlanTargets({ plan }: { plan: Plan }) {
  const may = useMay();
  if (!may('ledger.read')) return null;
  return <Targets plan={plan} />;
}

function Targets({ plan }: { plan: Plan }) {
  const { indicator } = useWords();
  const said = indicator.targets;
  const { rows, board } = useRows(plan);
  const waiting = rows.filter((row) => row.target === null && row.proposal !== null);
  const columns = useColumns(plan, board);
  if (rows.length === 0) return null;
  return (
    <Section
      title={said.title}
      flush
      extra={
        waiting.length > 0 ? (
          <SetAll proposals={waiting.flatMap((row) => (row.proposal === null ? [] : [row.proposal]))} />
        ) : (
          <span className="bf-quiet bf-small bf-no-print">{said.lead}</span>
        )
      }
    >
      <DataList<Row>
        rows={rows}
        rowKey={(row) => row.target?.id ?? `${row.item.id} ${row.indicator} ${row.countyId ?? ''}`}
        columns={columns}
        empty={null}
      />
    </Section>
  );
}

/** Targets that are set by items of the plan, those that its items seem to name, and where their figures stand. */
function useRows(plan: Plan): { rows: Row[]; board: Board | undefined } {
  const manage = useMay()('indicator.manage');
  const { year, unitId, id: planId } = plan;
  const set = useRead(targetList, { query: { year, unitId, limit: 200 } });
  const named = useRead(proposedTargets, { query: { year, planId } }, { enabled: manage });
  const mine = (set.data?.items ?? []).filter((one) => one.planItem?.planId === planId);
  const rows: Row[] = mine.map((target) => ({
    indicator: target.indicator,
    countyId: target.countyId,
    countyName: target.countyName,
    item: target.planItem ?? { id: '', text: '' },
    target,
    proposal: null,
  }));
  for (const proposal of named.data?.items ?? []) {
    const same = rows.find((row) => row.indicator === proposal.indicator && row.countyId === proposal.countyId);
    if (same === undefined) rows.push({ ...proposal, item: proposal.planItem, target: null, proposal });
    else same.proposal ??= proposal;
  }
  const codes = [...new Set(rows.map((row) => row.indicator))].join(',');
  const query = { period: String(year), unitId, codes, limit: 200 };
  const board = useRead(figureBoard, { query }, { enabled: codes !== '', keep: true }).data;
  const order = new Map(board?.indicators.map((one, i) => [one.code, i]));
  rows.sort(
    (a, b) =>
      (order.get(a.indicator) ?? 0) - (order.get(b.indicator) ?? 0) ||
      (a.countyId ?? '').localeCompare(b.countyId ?? ''),
  );
  return { rows, board };
}

/** The cell of a line on the board: of its county, or of all together. */
function cellOf(board: Board | undefined, row: Row) {
  const at = board?.indicators.findIndex((one) => one.code === row.indicator) ?? -1;
  const cells = row.countyId === null ? board?.sum : board?.items.find((one) => one.id === row.countyId)?.cells;
  return { how: board?.indicators[at], cell: cells?.[at] };
}

function useColumns(plan: Plan, board: Board | undefined): Column<Row>[] {
  const { indicator } = useWords();
  const said = indicator.targets;
  const say = useSay();
  const numbers = useNumbers(board);
  return [
    {
      key: 'indicator',
      title: said.indicator,
      width: '26%',
      render: (row) => {
        const { how } = cellOf(board, row);
        const path = { period: String(plan.year), placeId: row.countyId, unitId: plan.unitId };
        return (
          <>
            <Link to={figurePath(row.indicator, path)}>{how === undefined ? row.indicator : say(how.name)}</Link>{' '}
            <span className="bf-quiet bf-small">{how === undefined ? null : <UnitText unit={how.unit} />}</span>
          </>
        );
      },
    },
    {
      key: 'place',
      title: said.place,
      render: ({ countyId, countyName }) =>
        countyId === null ? said.all : <CountyName id={countyId} name={countyName ?? countyId} />,
    },
    {
      key: 'item',
      title: said.item,
      width: '26%',
      wideOnly: true,
      render: (row) => <span className="bf-quiet bf-small">{row.item.text}</span>,
    },
    ...numbers,
  ];
}

function useNumbers(board: Board | undefined): Column<Row>[] {
  const said = useWords().indicator.targets;
  return [
    {
      key: 'target',
      title: said.target,
      numeric: true,
      render: (row) => {
        const { how } = cellOf(board, row);
        const value = row.target?.value ?? row.proposal?.value ?? null;
        return <span className="bf-num">{how === undefined ? '' : printed(value, how)}</span>;
      },
    },
    {
      key: 'actual',
      title: said.actual,
      numeric: true,
      render: (row) => {
        const { how, cell } = cellOf(board, row);
        return how === undefined ? '' : <Value value={cell?.value ?? null} why={cell?.why ?? null} how={how} />;
      },
    },
    {
      key: 'completion',
      title: said.completion,
      numeric: true,
      width: 130,
      render: (row) => <Done row={row} board={board} />,
    },
    { key: 'state', title: '', width: 120, render: (row) => <State row={row} board={board} /> },
  ];
}

function Done({ row, board }: { row: Row; board: Board | undefined }) {
  const { how, cell } = cellOf(board, row);
  if (row.target === null || cell?.completion == null) return null;
  return (
    <>
      <span className="bf-num">{cell.completion}%</span>
      <CompletionBar completion={cell.completion} better={how?.better ?? null} />
    </>
  );
}

function State({ row, board }: { row: Row; board: Board | undefined }) {
  const { indicator } = useWords();
  const said = indicator.targets;
  const { target, proposal } = row;
  const { how } = cellOf(board, row);
  if (target === null) return proposal === null ? null : <SetOne proposal={proposal} />;
  const differs = proposal !== null && proposal.value !== target.value && how !== undefined;
  return (
    <>
      {differs ? (
        <Mark tone="warn">{fill(said.differs, { value: printed(target.value, how) ?? '' })}</Mark>
      ) : (
        <Mark tone="good">{said.isSet}</Mark>
      )}{' '}
      {target.can.withdraw ? <WithdrawTarget id={target.id} /> : null}
    </>
  );
}

const inputOf = ({ indicator, year, unitId, countyId, value, planItem }: Proposal) => ({
  body: { id: newId(), indicator, year, unitId, countyId, value, planItemId: planItem.id },
});

function SetOne({ proposal }: { proposal: Proposal }) {
  const { indicator } = useWords();
  const act = useAct(setTarget);
  // Another target of the same indicator and place may stand that no item of this plan named.
  const taken = proposal.set !== null;
  return (
    <>
      <ProblemAlert error={act.error} />
      <Button size="small" disabled={taken} loading={act.isPending} onClick={() => act.mutate(inputOf(proposal))}>
        {taken ? indicator.targets.isSet : indicator.targets.set}
      </Button>
    </>
  );
}

function SetAll({ proposals }: { proposals: Proposal[] }) {
  const { indicator } = useWords();
  const said = indicator.targets;
  const { message } = App.useApp();
  const act = useAct(setTarget);
  const [busy, setBusy] = useState(false);
  const open = proposals.filter((one) => one.set === null);
  const setThem = async () => {
    setBusy(true);
    let count = 0;
    try {
      for (const one of open) {
        await act.mutateAsync(inputOf(one));
        count += 1;
      }
    } catch {
      // What was refused is said below; what was set before it stays set.
    } finally {
      setBusy(false);
      if (count > 0) void message.success(fill(said.done, { count }));
    }
  };
  return (
    <>
      <ProblemAlert error={act.error} />
      <Button type="primary" size="small" loading={busy} disabled={open.length === 0} onClick={() => void setThem()}>
        {fill(said.setAll, { count: open.length })}
      </Button>
    </>
  );
}
