import { PrinterOutlined } from '@ant-design/icons';
import { Alert, Button, Input, Segmented } from 'antd';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { readPlan } from '../../contract/work.ts';
import { fill } from '../../words/words.ts';
import { dayText, momentText } from '../client/format.ts';
import { usePreferences } from '../client/preferences.tsx';
import { useMay } from '../client/use-me.ts';
import { useRead } from '../client/use-read.ts';
import { useWords } from '../client/use-words.ts';
import { PlanTargets } from '../indicator/plan-targets.tsx';
import { Empty } from '../parts/empty.tsx';
import { Load } from '../parts/load.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { Section } from '../parts/section.tsx';
import { CountyName, SampleTag, UnitName } from '../parts/texts.tsx';
import { arrange, VIEWS, type Bundle, type Plan, type View } from './arrange.ts';
import { PlanItemRow } from './plan-item-row.tsx';
import { PlanState } from './plan-state.tsx';
import './plan.css';

/** One plan with its items, by line of work, unit, county or due day. */
export function PlanPage() {
  const { id = '' } = useParams();
  const read = useRead(readPlan, { params: { id } });
  return <Load read={read}>{(plan) => <Page plan={plan} />}</Load>;
}

function Page({ plan }: { plan: Plan }) {
  const { plan: said, common } = useWords();
  const [params, setParams] = useSearchParams();
  const view = VIEWS.find((one) => one === params.get('by')) ?? 'line';
  const asked = params.get('item');
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const bundles = useMemo(
    () =>
      arrange(
        plan.list.filter((item) => q === '' || item.text.includes(q) || (item.topic ?? '').includes(q)),
        view,
      ),
    [plan.list, view, q],
  );
  useAskedItem(asked);
  return (
    <>
      <PageHead
        title={plan.title}
        trail={[{ label: said.title, to: '/plans' }]}
        tags={
          <>
            <PlanState state={plan.state} />
            <SampleTag when={plan.example} />
          </>
        }
        lead={<Lead plan={plan} />}
        actions={
          <Button icon={<PrinterOutlined />} onClick={() => print()}>
            {common.print}
          </Button>
        }
      />
      <Withdrawn plan={plan} />
      {plan.withdrawnAt === null ? <PlanTargets plan={plan} /> : null}
      <div className="bf-bar pl-bar">
        <Segmented<View>
          value={view}
          aria-label={said.view}
          onChange={(by) => setParams(by === 'line' ? {} : { by }, { replace: true })}
          options={VIEWS.map((value) => ({ value, label: said.views[value] }))}
        />
        <Input.Search
          className="bf-grow"
          allowClear
          placeholder={said.find}
          aria-label={said.find}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      {plan.list.length === 0 ? (
        <Empty text={said.itemsEmpty} />
      ) : (
        <Bundles bundles={bundles} view={view} asked={asked} />
      )}
    </>
  );
}

function Withdrawn({ plan }: { plan: Plan }) {
  const { plan: said } = useWords();
  if (plan.withdrawnAt === null) return null;
  const description = fill(said.withdrawnText, { moment: momentText(plan.withdrawnAt) });
  return (
    <Alert type="warning" showIcon style={{ marginBottom: 16 }} title={said.withdrawn} description={description} />
  );
}

function Lead({ plan }: { plan: Plan }) {
  const { plan: said, common } = useWords();
  const may = useMay();
  const lines = new Set(plan.list.map((item) => item.line)).size;
  return (
    <>
      {fill(said.total, { count: plan.list.length, lines })}
      {plan.list.length < plan.items ? ` ${said.totalReach}` : ''} · <UnitName id={plan.unitId} name={plan.unitName} />
      {plan.meeting === null ? null : (
        <>
          {' · '}
          {said.fromMeeting}
          {common.colon}
          <Link to={`/meetings/${plan.meeting.id}`}>{plan.meeting.name}</Link>
        </>
      )}
      {plan.document === null || !may('document.read') ? null : (
        <>
          {' · '}
          {said.fromDocument}
          {common.colon}
          <Link to={`/documents/${plan.document.id}`}>{plan.document.title}</Link>
        </>
      )}
    </>
  );
}

function Bundles({ bundles, view, asked }: { bundles: Bundle[]; view: View; asked: string | null }) {
  const { plan: said, common } = useWords();
  if (bundles.length === 0) return <Empty small text={common.noMatch} />;
  return (
    <div className="pl-page">
      <nav className="pl-jump bf-no-print" aria-label={said.views[view]}>
        {bundles.map((bundle, i) => (
          <a key={bundle.key} href={`#g${i}`}>
            <span>
              <BundleName bundle={bundle} view={view} />
            </span>
            <b className="bf-num">{bundle.items.length}</b>
          </a>
        ))}
      </nav>
      <div className="pl-bundles">
        {bundles.map((bundle, i) => (
          <Section
            key={bundle.key}
            id={`g${i}`}
            flush
            title={<BundleName bundle={bundle} view={view} linked />}
            extra={<span className="bf-quiet">{fill(said.count, { count: bundle.items.length })}</span>}
          >
            <ol className="pl-items">
              {bundle.items.map((item) => (
                <PlanItemRow key={item.id} item={item} view={view} asked={asked === item.id} />
              ))}
            </ol>
          </Section>
        ))}
      </div>
    </div>
  );
}

function BundleName({ bundle, view, linked = false }: { bundle: Bundle; view: View; linked?: boolean }) {
  const { plan: said, term } = useWords();
  const { preferences } = usePreferences();
  const { id, name } = bundle;
  if (id === null || name === null)
    return { unit: said.noUnit, county: said.noCounty, due: said.noDue, line: '' }[view];
  if (view === 'line') return term.line[id as keyof typeof term.line];
  if (view === 'due') return dayText(`${id}-01`, preferences.language, 'month');
  if (!linked) return name;
  return view === 'unit' ? <UnitName id={id} name={name} /> : <CountyName id={id} name={name} />;
}

/** Brings the item that the address names into sight. */
function useAskedItem(asked: string | null): void {
  useEffect(() => {
    if (asked === null) return;
    document.getElementById(`plan-item-${asked}`)?.scrollIntoView({ block: 'center' });
  }, [asked]);
}
