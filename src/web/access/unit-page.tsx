import { Button } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import type { AnswerOf } from '../../contract/route.ts';
import { readUnit } from '../../contract/unit.ts';
import { dayText } from '../client/format.ts';
import { usePreferences } from '../client/preferences.tsx';
import { useMay } from '../client/use-me.ts';
import { useRead } from '../client/use-read.ts';
import { useWords } from '../client/use-words.ts';
import { fill } from '../../words/words.ts';
import { FactTable } from '../fact/fact-table.tsx';
import { LedgerSection } from '../ledger/ledger-section.tsx';
import { Load } from '../parts/load.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { PageTabs, type PageTab } from '../parts/page-tabs.tsx';
import { Sheet } from '../parts/section.tsx';
import { TaskList } from '../parts/task-list.tsx';
import { AddUnitDrawer } from './add-unit-drawer.tsx';
import { ChangeUnitDrawer } from './change-unit-drawer.tsx';
import { EndUnitDrawer } from './end-unit-drawer.tsx';
import { UnitBelow, UnitCounties, UnitHistory, UnitPeople } from './unit-sections.tsx';
import { Mark } from '../parts/mark.tsx';

/** What the page of a unit is told. */
export type UnitDetail = AnswerOf<typeof readUnit>;

/** One unit: what stands under it, whom it helps, its people, history, tasks and figures. */
export function UnitPage() {
  const { id = '' } = useParams();
  const read = useRead(readUnit, { params: { id } });
  return <Load read={read}>{(data) => <UnitShown key={data.id} unit={data} />}</Load>;
}

function UnitShown({ unit }: { unit: UnitDetail }) {
  const { unit: said, term } = useWords();
  const { preferences } = usePreferences();
  const above = unit.versions.find((one) => one.parentId === unit.parentId)?.parentName ?? null;
  const trail = [{ label: said.title, to: '/units' }];
  if (unit.parentId !== null && above !== null) trail.push({ label: above, to: `/units/${unit.parentId}` });
  return (
    <>
      <PageHead
        title={unit.name}
        trail={trail}
        lead={unit.shortName ?? undefined}
        tags={
          <>
            <Mark>{term.unitKind[unit.kind]}</Mark>
            {unit.endedOn === null ? null : (
              <Mark tone="warn">{fill(said.endedOn, { day: dayText(unit.endedOn, preferences.language) })}</Mark>
            )}
          </>
        }
        actions={unit.can.manage && unit.endedOn === null ? <Actions unit={unit} /> : undefined}
      />
      <UnitTabs unit={unit} />
    </>
  );
}

function UnitTabs({ unit }: { unit: UnitDetail }) {
  const { unit: said, county, ledger } = useWords();
  const may = useMay();
  const of = { unitId: unit.id };
  const tabs: PageTab[] = [{ key: 'overview', label: county.overview, children: <Overview unit={unit} /> }];
  if (may('plan.read'))
    tabs.push({
      key: 'tasks',
      label: said.tasks,
      children: (
        <Sheet>
          <TaskList of={of} empty={said.tasksEmpty} />
        </Sheet>
      ),
    });
  if (may('ledger.read'))
    tabs.push({ key: 'ledger', label: ledger.section.title, children: <LedgerSection of={of} /> });
  if (may('fact.read'))
    tabs.push({
      key: 'facts',
      label: said.facts,
      children: (
        <Sheet>
          <FactTable of={of} empty={said.factsEmpty} />
        </Sheet>
      ),
    });
  if (tabs.length === 1) return <Overview unit={unit} />;
  return <PageTabs tabs={tabs} />;
}

function Actions({ unit }: { unit: UnitDetail }) {
  const { unit: said } = useWords();
  const [open, setOpen] = useState<'add' | 'change' | 'end' | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      <Button onClick={() => setOpen('add')}>{said.addUnder}</Button>
      <Button onClick={() => setOpen('change')}>{said.change}</Button>
      <Button danger onClick={() => setOpen('end')}>
        {said.endUnit}
      </Button>
      <AddUnitDrawer open={open === 'add'} onClose={close} parent={unit} />
      <ChangeUnitDrawer open={open === 'change'} onClose={close} unit={unit} />
      <EndUnitDrawer open={open === 'end'} onClose={close} unit={unit} />
    </>
  );
}

function Overview({ unit }: { unit: UnitDetail }) {
  const may = useMay();
  return (
    <div className="bf-columns">
      <div>
        <UnitBelow unit={unit} />
        {may('pairing.read') ? <UnitCounties unit={unit} /> : null}
        {may('people.read') ? <UnitPeople unit={unit} /> : null}
      </div>
      <div>
        <UnitHistory unit={unit} />
      </div>
    </div>
  );
}
