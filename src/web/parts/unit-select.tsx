import { TreeSelect } from 'antd';
import { helpingUnits, units, type unit } from '../../contract/unit.ts';
import type { z } from 'zod';
import { useRead } from '../client/use-read.ts';
import { useWords } from '../client/use-words.ts';
import { treeOf, type Branch } from '../client/unit-tree.ts';

type Unit = z.output<typeof unit>;

interface UnitSelectProps {
  id?: string;
  value?: string | null;
  onChange?: (unitId: string | null) => void;
  placeholder?: string;
  /** What it is called where no label stands beside it. */
  label?: string;
  /** Units that cannot be chosen. */
  without?: string[];
  /** Only units whose work is in the ledger: to look at, or to enter. Left out: every unit within reach. */
  helping?: 'read' | 'report';
}

/** Chooses one unit of the tree within reach. */
export function UnitSelect({ id, value, onChange, placeholder, label, without = [], helping }: UnitSelectProps) {
  const { common } = useWords();
  const all = useRead(units, {}, { enabled: helping === undefined });
  const query = helping === 'report' ? { report: 'true' } : {};
  const helpers = useRead(helpingUnits, { query }, { enabled: helping !== undefined });
  const list = helping === undefined ? all : helpers;
  const data = treeOf<Unit>(list.data?.items ?? []).map((branch) => node(branch, without));
  return (
    <TreeSelect
      {...(id === undefined ? {} : { id })}
      aria-label={label}
      value={value ?? undefined}
      onChange={(chosen: string | undefined) => onChange?.(chosen ?? null)}
      treeData={data}
      placeholder={placeholder ?? common.choose}
      allowClear
      showSearch={{ treeNodeFilterProp: 'title' }}
      treeDefaultExpandAll
      loading={list.isPending}
      style={{ width: '100%' }}
      notFoundContent={common.noResult}
    />
  );
}

interface Node {
  value: string;
  title: string;
  disabled: boolean;
  children: Node[];
}

function node(branch: Branch<Unit>, without: string[]): Node {
  return {
    value: branch.unit.id,
    title: branch.unit.name,
    disabled: without.includes(branch.unit.id),
    children: branch.below.map((one) => node(one, without)),
  };
}
