import { TreeSelect } from 'antd';
import { units, type unit } from '../../contract/unit.ts';
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
}

/** Chooses one unit of the tree within reach. */
export function UnitSelect({ id, value, onChange, placeholder, label, without = [] }: UnitSelectProps) {
  const { common } = useWords();
  const list = useRead(units, {});
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
