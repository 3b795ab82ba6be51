import { Button } from 'antd';
import { showRoster } from '../../../contract/ledger.ts';
import type { AnswerOf } from '../../../contract/route.ts';
import { useAct } from '../../client/use-act.ts';
import { useWords } from '../../client/use-words.ts';
import { fill } from '../../../words/words.ts';
import { DataList } from '../../parts/data-list.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { Section } from '../../parts/section.tsx';
import { definitionOf, type Entry } from './entry-data.ts';

/** Names in plain, once they were asked for. */
export type Plain = AnswerOf<typeof showRoster>;
type Row = Entry['roster'][number];

interface RosterProps {
  entry: Entry;
  plain: Plain | null;
  onPlain: (plain: Plain) => void;
}

/** The roster, masked until somebody who may asks for it; the asking stands in the log. */
export function RosterPart({ entry, plain, onPlain }: RosterProps) {
  const { ledger } = useWords();
  const act = useAct(showRoster);
  const said = ledger.roster;
  const personal = definitionOf(entry).fields.some((one) => one.personal && entry.fields[one.code] !== undefined);
  if (entry.roster.length === 0 && !personal) return null;
  const show = () =>
    act.mutate(
      { params: { countyId: entry.countyId, id: entry.id }, body: {} },
      { onSuccess: (answer) => onPlain(answer) },
    );
  const rows = plain?.roster ?? entry.roster;
  return (
    <Section
      title={fill(said.count, { count: rows.length })}
      flush
      extra={
        entry.mayUnmask && plain === null ? (
          <Button size="small" loading={act.isPending} onClick={show}>
            {said.show}
          </Button>
        ) : null
      }
    >
      <ProblemAlert error={act.error} />
      <p className="lg-note">{plain === null ? said.masked : said.shown}</p>
      <DataList<Row>
        rows={rows}
        rowKey={(row) => String(row.seq)}
        empty={null}
        columns={[
          { key: 'name', title: said.columns.name, render: (row) => row.name },
          { key: 'id', title: said.idTail, render: (row) => row.idTail ?? <span className="bf-quiet">—</span> },
          { key: 'times', title: said.columns.times, numeric: true, render: (row) => row.times },
          { key: 'note', title: said.columns.note, render: (row) => row.note },
        ]}
      />
    </Section>
  );
}
