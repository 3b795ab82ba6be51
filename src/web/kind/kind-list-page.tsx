import { exportKinds, importKinds, kinds } from '../../contract/kind.ts';
import type { AnswerOf } from '../../contract/route.ts';
import { useAct } from '../client/use-act.ts';
import { useRead } from '../client/use-read.ts';
import { useWords } from '../client/use-words.ts';
import { CaliberMark } from '../indicator/value.tsx';
import { useSay } from '../ledger/use-say.ts';
import type { Column } from '../parts/data-list.tsx';
import { ImportDrawer } from '../parts/definition/import-drawer.tsx';
import { DefinitionListPage } from '../parts/definition/list-page.tsx';
import { Mark } from '../parts/mark.tsx';

type Row = AnswerOf<typeof kinds>['items'][number];

/** The kinds of ledger entry, by line of work. */
export function KindListPage() {
  const { kind: said } = useWords();
  const taking = useAct(importKinds);
  return (
    <DefinitionListPage<Row>
      said={said}
      at="/kinds"
      read={useRead(kinds, { query: { all: 'true' } })}
      exporting={exportKinds}
      importing={(drawer) => (
        <ImportDrawer
          {...drawer}
          said={said.importing}
          shape={importKinds.body.omit({ actId: true })}
          send={async (body, query) => {
            const { items } = await taking.mutateAsync({ body, query });
            return items.map((one) => ({ ...one, changes: one.differences.length }));
          }}
        />
      )}
      textsOf={({ definition: d }) => [d.topic ?? '', ...d.fields.flatMap((field) => [field.name.zh, field.name.en])]}
      marksOf={({ definition, holds }) => (
        <>
          <CaliberMark when={definition.unverified} /> {holds ? null : <Mark>{said.notHolding}</Mark>}
        </>
      )}
      columns={useColumns()}
    />
  );
}

function useColumns(): Column<Row>[] {
  const { kind: said } = useWords();
  const say = useSay();
  return [
    {
      key: 'measures',
      title: said.column.measures,
      width: '28%',
      render: ({ definition }) => definition.measures.map((one) => say(one.name)).join(said.and),
    },
    {
      key: 'counts',
      title: said.column.counts,
      width: '16%',
      wideOnly: true,
      render: (row) => say(row.definition.countsOn),
    },
    {
      key: 'facets',
      wideOnly: true,
      title: said.column.facets,
      width: '14%',
      render: ({ definition }) =>
        definition.facets
          .map((code) => definition.fields.find((field) => field.code === code))
          .map((field) => (field === undefined ? '' : say(field.name)))
          .join(said.and),
    },
  ];
}
