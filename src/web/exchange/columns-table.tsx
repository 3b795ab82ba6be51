import { Select } from 'antd';
import { fill } from '../../words/words.ts';
import { useWords } from '../client/use-words.ts';
import { useSay } from '../ledger/use-say.ts';
import { DataList, type Column } from '../parts/data-list.tsx';
import { Mark } from '../parts/mark.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { Section } from '../parts/section.tsx';
import { columnLetter } from './column-letter.ts';
import type { ImportShown } from './import-page.tsx';
import { useMap } from './use-map.ts';

type Theirs = ImportShown['columns'][number];

/** The columns of the sheet beside what they are taken for; each can be chosen anew. */
export function ColumnsTable({ one }: { one: ImportShown }) {
  const { imports: say } = useWords();
  const map = useMap(one);
  const rows = one.columns.filter((column) => column.name !== '' || samples(one, column.column).length > 0);
  const columns = useColumns(one, map.say);
  return (
    <Section title={say.columns.title} flush>
      <ProblemAlert error={map.error} />
      <DataList rows={rows} columns={columns} rowKey={(row) => String(row.column)} loading={map.busy} empty={null} />
    </Section>
  );
}

function useColumns(one: ImportShown, map: ReturnType<typeof useMap>['say']): Column<Theirs>[] {
  const { imports: say } = useWords();
  const name = useSay();
  const choose = (column: number, code: string) => {
    const others = one.columns.flatMap((two) =>
      two.code === null || two.column === column || two.code === code ? [] : [{ column: two.column, code: two.code }],
    );
    map({ mapping: code === '' ? others : [...others, { column, code }] });
  };
  const options = [
    { value: '', label: say.columns.unwanted },
    ...one.wanted.map((two) => ({ value: two.code, label: name(two.name) + (two.required ? ' *' : '') })),
  ];
  return [
    {
      key: 'theirs',
      title: say.columns.theirs,
      render: (row) => (
        <>
          <span className="im-letter">{columnLetter(row.column)}</span> <b>{row.name === '' ? '—' : row.name}</b>
          {row.unit === null ? null : <span className="bf-quiet"> {row.unit}</span>}
        </>
      ),
    },
    {
      key: 'ours',
      title: say.columns.ours,
      width: 280,
      render: (row) => (
        <Select
          aria-label={`${row.name} ${say.columns.ours}`}
          value={row.code ?? ''}
          onChange={(code: string) => choose(row.column, code)}
          options={options}
          showSearch={{ optionFilterProp: 'label' }}
          className={row.code === null ? 'im-choice is-unwanted' : 'im-choice'}
        />
      ),
    },
    {
      key: 'known',
      title: '',
      render: (row) =>
        row.certainty === null ? (
          <SameAs row={row} />
        ) : (
          <Mark tone={row.certainty === 'similar' || row.certainty === 'leaf' ? 'warn' : 'quiet'}>
            {say.columns.known[row.certainty]}
          </Mark>
        ),
    },
    {
      key: 'sample',
      title: say.columns.sample,
      render: (row) => <span className="bf-quiet im-sample">{samples(one, row.column).join(' · ')}</span>,
      wideOnly: true,
    },
  ];
}

/** Two columns with one header: only one is read, which the person should see. */
function SameAs({ row }: { row: Theirs }) {
  const { imports: say } = useWords();
  if (row.sameAs === null) return null;
  return <Mark tone="warn">{fill(say.columns.sameAs, { column: columnLetter(row.sameAs) })}</Mark>;
}

/** What stands in the first rows of a column. */
const samples = (one: ImportShown, column: number): string[] =>
  one.preview
    .filter((row) => row.because === null && (row.cells[column] ?? '') !== '')
    .slice(0, 3)
    .map((row) => row.cells[column] ?? '');
