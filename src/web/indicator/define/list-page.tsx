import { exportIndicators, importIndicators, indicators } from '../../../contract/indicator.ts';
import { kinds } from '../../../contract/kind.ts';
import type { AnswerOf } from '../../../contract/route.ts';
import { useAct } from '../../client/use-act.ts';
import { useRead } from '../../client/use-read.ts';
import { useWords } from '../../client/use-words.ts';
import { useSay } from '../../ledger/use-say.ts';
import type { Column } from '../../parts/data-list.tsx';
import { ImportDrawer } from '../../parts/definition/import-drawer.tsx';
import { DefinitionListPage } from '../../parts/definition/list-page.tsx';
import { Mark } from '../../parts/mark.tsx';
import { formulaWords, kindSaid } from '../formula-words.ts';
import { CaliberMark } from '../value.tsx';
import { UnitText } from '../../parts/unit-text.tsx';

type Row = AnswerOf<typeof indicators>['items'][number];

/** The indicators with how each is computed, by line of work. */
export function IndicatorListPage() {
  const { indicator: said } = useWords();
  const taking = useAct(importIndicators);
  return (
    <DefinitionListPage<Row>
      said={said}
      at="/indicators"
      read={useRead(indicators, {})}
      exporting={exportIndicators}
      importing={(drawer) => (
        <ImportDrawer
          {...drawer}
          said={said.importing}
          shape={importIndicators.body.omit({ actId: true })}
          send={async (body, query) => {
            const { items } = await taking.mutateAsync({ body, query });
            const names = new Map(body.indicators.map((one) => [one.code, one.name]));
            return items.map((one) => ({ ...one, name: names.get(one.code) ?? { zh: one.code, en: one.code } }));
          }}
        />
      )}
      textsOf={(row) => row.definition.factWords}
      marksOf={({ definition }) => (
        <>
          <CaliberMark when={definition.unverified} />{' '}
          {definition.headline ? <Mark tone="info">{said.part.headline}</Mark> : null}
        </>
      )}
      columns={useColumns()}
    />
  );
}

function useColumns(): Column<Row>[] {
  const { indicator: said, figure } = useWords();
  const say = useSay();
  const known = useRead(kinds, { query: { all: 'true' } }).data?.items.map((one) => kindSaid(one.definition)) ?? [];
  return [
    {
      key: 'formula',
      title: said.column.formula,
      width: '46%',
      render: ({ definition }) => (known.length === 0 ? '' : formulaWords(definition.formula, known, figure, say)),
    },
    {
      key: 'unit',
      title: said.column.unit,
      width: '10%',
      wideOnly: true,
      render: (row) => <UnitText unit={row.definition.unit} />,
    },
  ];
}
