import { PlusOutlined } from '@ant-design/icons';
import { Button, Select, Switch } from 'antd';
import { useState, type ReactNode } from 'react';
import type { z } from 'zod';
import { UNIT_KINDS, units, type unit } from '../../contract/unit.ts';
import { useMay } from '../client/use-me.ts';
import { useRead } from '../client/use-read.ts';
import { treeOf, type Branch } from '../client/unit-tree.ts';
import { useWords } from '../client/use-words.ts';
import { fill } from '../../words/words.ts';
import { Empty } from '../parts/empty.tsx';
import { Load } from '../parts/load.tsx';
import { SearchInput } from '../parts/search-input.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { DayText, UnitName } from '../parts/texts.tsx';
import { AddUnitDrawer } from './add-unit-drawer.tsx';
import { Mark } from '../parts/mark.tsx';

type Unit = z.output<typeof unit>;

/** The tree of units within reach. */
export function UnitListPage() {
  const { unit: said, common } = useWords();
  const may = useMay();
  const [ended, setEnded] = useState(false);
  const [adding, setAdding] = useState(false);
  const read = useRead(units, { query: ended ? { ended: 'true' } : {} }, { keep: true });
  const add = may('unit.manage') ? (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
      {said.add}
    </Button>
  ) : undefined;
  return (
    <>
      <PageHead title={said.title} lead={said.lead} actions={add} />
      <section className="bf-section">
        <Load read={read}>
          {(data) =>
            data.items.length === 0 ? (
              <Empty title={said.empty} text={said.emptyText} action={add} />
            ) : (
              <Tree
                units={data.items}
                extra={
                  <label>
                    <Switch size="small" checked={ended} onChange={setEnded} /> {common.showEnded}
                  </label>
                }
              />
            )
          }
        </Load>
      </section>
      <AddUnitDrawer open={adding} onClose={() => setAdding(false)} parent={null} />
    </>
  );
}

function Tree({ units: all, extra }: { units: Unit[]; extra: ReactNode }) {
  const { unit: said, common, term } = useWords();
  const [text, setText] = useState('');
  const [kind, setKind] = useState<string | undefined>(undefined);
  const wanted = text.trim();
  const matches = (one: Unit) =>
    (kind === undefined || one.kind === kind) &&
    (wanted === '' || one.name.includes(wanted) || (one.shortName ?? '').includes(wanted));
  const filtering = wanted !== '' || kind !== undefined;
  const rows = flat(treeOf(all)).filter((row) => matches(row.unit));
  return (
    <>
      <div className="bf-bar">
        <SearchInput value={text} onChange={setText} label={said.find} />
        <Select
          allowClear
          style={{ minWidth: 130 }}
          value={kind}
          onChange={setKind}
          placeholder={said.kind}
          aria-label={said.kind}
          options={UNIT_KINDS.map((value) => ({ value, label: term.unitKind[value] }))}
        />
        {extra}
        <span className="bf-count">{fill(common.total, { count: rows.length })}</span>
      </div>
      {rows.length === 0 ? <Empty small text={common.noMatch} /> : null}
      <ul className="bf-rows">
        {rows.map((row) => (
          <UnitRow key={row.unit.id} unit={row.unit} depth={filtering ? 0 : row.depth} />
        ))}
      </ul>
    </>
  );
}

function UnitRow({ unit, depth }: { unit: Unit; depth: number }) {
  const { unit: said, term } = useWords();
  return (
    <li style={{ paddingInlineStart: `calc(16px + ${depth} * clamp(14px, 2.4vw, 26px))` }}>
      <span className="bf-row-main bf-tree-row">
        <span>
          {depth > 0 ? <i className="bf-branch" aria-hidden="true" /> : null}
          <UnitName id={unit.id} name={unit.name} />
        </span>
        {unit.shortName === null ? null : <span className="bf-quiet bf-small">{unit.shortName}</span>}
        {unit.endedOn === null ? null : <Mark>{said.ended}</Mark>}
      </span>
      <Mark>{term.unitKind[unit.kind]}</Mark>
      <span className="bf-quiet bf-small">
        {unit.endedOn !== null ? (
          <DayText day={unit.endedOn} />
        ) : unit.startedOn === null ? null : (
          <DayText day={unit.startedOn} />
        )}
      </span>
    </li>
  );
}

function flat(branches: Branch<Unit>[], depth = 0): { unit: Unit; depth: number }[] {
  return branches.flatMap((branch) => [{ unit: branch.unit, depth }, ...flat(branch.below, depth + 1)]);
}
