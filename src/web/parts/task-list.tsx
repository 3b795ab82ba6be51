import { Link } from 'react-router';
import type { z } from 'zod';
import { planItems } from '../../contract/work.ts';
import { today } from '../client/format.ts';
import { usePages } from '../client/use-read.ts';
import { useWords } from '../client/use-words.ts';
import { LINES } from '../../core/document/reading.ts';
import { DataList, type Column } from './data-list.tsx';
import { Empty } from './empty.tsx';
import { Failed } from './load.tsx';
import { DayText, UnitName } from './texts.tsx';
import { Mark } from './mark.tsx';

type Task = z.output<typeof planItems.answer>['items'][number];

/** The plan items that are for a county or a unit. */
export function TaskList({ of, empty }: { of: { countyId?: string; unitId?: string }; empty: string }) {
  const list = usePages(planItems, { query: { ...of, limit: 50 } });
  const columns = useColumns();
  if (list.error !== null && !list.ready) return <Failed error={list.error} retry={list.retry} />;
  return (
    <DataList<Task>
      rows={list.items}
      rowKey={(row) => row.id}
      loading={!list.ready}
      empty={<Empty small text={empty} />}
      columns={columns}
      more={{ has: list.hasMore, loading: list.loadingMore, load: list.more }}
    />
  );
}

function useColumns(): Column<Task>[] {
  const { county, term } = useWords();
  const now = today();
  return [
    {
      key: 'text',
      title: county.task.text,
      width: '44%',
      render: (row) => <Link to={`/plans/${row.planId}?item=${row.id}`}>{row.text}</Link>,
    },
    {
      key: 'line',
      title: county.task.line,
      render: (row) => <Mark>{term.line[row.line]}</Mark>,
      sort: (row) => LINES.indexOf(row.line),
      filter: { values: LINES.map((line) => ({ text: term.line[line], value: line })), of: (row) => [row.line] },
    },
    {
      key: 'units',
      title: county.task.units,
      render: (row) =>
        row.units.map((unit) => (
          <div key={`${unit.id}${unit.part}`}>
            <UnitName id={unit.id} name={unit.name} /> <span className="bf-quiet bf-small">{term.part[unit.part]}</span>
          </div>
        )),
    },
    {
      key: 'due',
      title: county.task.due,
      render: (row) => <Due task={row} now={now} />,
      sort: (row) => row.dueOn ?? '9999',
    },
    {
      key: 'plan',
      title: county.task.plan,
      render: (row) => <Link to={`/plans/${row.planId}`}>{row.planTitle}</Link>,
      sort: (row) => row.year,
    },
  ];
}

function Due({ task, now }: { task: Task; now: string }) {
  const { county } = useWords();
  if (task.dueOn === null) return <span className="bf-quiet">{task.dueText ?? county.task.noDue}</span>;
  return (
    <span className={task.dueOn < now ? 'bf-late' : ''}>
      <DayText day={task.dueOn} /> {task.dueOn < now ? county.task.late : ''}
    </span>
  );
}
