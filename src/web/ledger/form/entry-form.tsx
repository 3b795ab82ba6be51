import { Form } from 'antd';
import { useCallback, useEffect, useState, type ReactNode } from 'react';
import type { AnswerOf, Route } from '../../../contract/route.ts';
import type { Problem } from '../../../core/kernel/problem.ts';
import { today } from '../../client/format.ts';
import { problemText } from '../../client/problem-text.ts';
import { usePreferences } from '../../client/preferences.tsx';
import type { ActInput } from '../../client/use-act.ts';
import { ActForm } from '../../parts/act-form.tsx';
import { LeaveGuard, useGuardedClose } from '../../parts/leave-guard.tsx';
import { checkValues, fieldAt } from './check-values.ts';
import { enterMoves } from './enter-moves.ts';
import { readValues, rowsSent, type EntryValues, type ReadValues } from './entry-values.ts';
import { KindDefinitionNote } from './kind-definition.tsx';
import { KindForm } from './kind-form.tsx';
import { useKinds, type KindNow } from './use-kinds.ts';

/** What is sent of an entry, with the files that prove it. */
export type EntryBody = ReadValues['body'] & { evidence: { evidenceId: string; demand: string }[] };

/** What decides which version of the kind holds, and where evidence is put. */
interface Where {
  occurredOn: string | null;
  countyId: string | null;
  unitId: string | null;
}

interface EntryFormProps<R extends Route> {
  route: R;
  /** The version to begin with; the one that holds on the chosen day in the chosen county takes its place. */
  kind: KindNow;
  /** What of a version of the kind the form asks; left out: everything. */
  asked?: (kind: KindNow) => KindNow;
  /** Rules of what the form asks beside the kind. */
  checkMore?: (values: EntryValues) => Problem[];
  entryId: string | null;
  initial: EntryValues;
  toInput: (body: EntryBody, values: EntryValues & { asDraft?: boolean }) => ActInput<R>;
  onDone: (answer: AnswerOf<R>, values: EntryValues) => void;
  onCancel: () => void;
  submit: string;
  second?: string;
  place?: { id: string; name: string };
  /** Roster and personal fields stay as they are kept; this says so in their place. */
  personalKept?: ReactNode;
  /** Its files hang on the entry already, not on this form. */
  filesElsewhere?: boolean;
  /** Unit and county are those of an entry that is there: kept, not asked. */
  fixed?: boolean;
  /** What stands above the fields of the kind: unit and county, or a reason. */
  children?: ReactNode;
}

/** The form of one entry: fields of its kind, what counts beside them, checks before sending, and a guard over what was typed. */
export function EntryForm<R extends Route>(props: EntryFormProps<R>) {
  const { entryId, initial } = props;
  const [where, setWhere] = useState<Where>(whereOf(initial));
  const version = useVersion(props.kind, where);
  const kind = props.asked?.(version) ?? version;
  const [wrongCells, setProblems] = useWrongCells();
  const guard = useGuardedClose(props.onCancel);
  return (
    <LeaveGuard guard={guard}>
      <div className="lg-entry">
        <div className="lg-entry-form" onKeyDown={enterMoves}>
          <ActForm<R, EntryValues & { asDraft?: boolean }>
            route={props.route}
            initial={initial}
            toInput={(values) => props.toInput(bodyOf(values, kind), values)}
            check={(values) => [
              ...checkValues(values, kind.definition, {
                asDraft: values.asDraft === true,
                today: today(),
                filesElsewhere: props.filesElsewhere === true,
                personalKept: props.personalKept !== undefined,
              }),
              ...(props.checkMore?.(values) ?? []),
            ]}
            fieldAt={fieldAt}
            onProblems={(problems, values) => setProblems(problems, values)}
            onDone={(answer, values) => {
              guard.touch(false);
              props.onDone(answer, values);
            }}
            onCancel={props.onCancel}
            submit={props.submit}
            {...(props.second === undefined ? {} : { second: { label: props.second, with: { asDraft: true } } })}
          >
            <Watched onChange={setWhere} />
            {props.fixed === true ? <Fixed /> : null}
            {props.children}
            <KindForm
              kind={kind.definition}
              countyId={where.countyId}
              unitId={where.unitId}
              entryId={entryId}
              wrongCells={wrongCells}
              place={props.place}
              personalKept={props.personalKept}
            />
          </ActForm>
        </div>
        <aside className="lg-entry-side">
          <KindDefinitionNote kind={kind.definition} version={kind.version} />
        </aside>
      </div>
    </LeaveGuard>
  );
}

function bodyOf(values: EntryValues, kind: KindNow): EntryBody {
  const evidence = (values.evidence ?? []).map((one) => ({ evidenceId: one.evidence.id, demand: one.demand }));
  return { ...readValues(values, kind.definition).body, evidence };
}

const whereOf = (values: EntryValues): Where => ({
  occurredOn: values.occurredOn ?? null,
  countyId: values.countyId ?? null,
  unitId: values.unitId ?? null,
});

/** The version of the kind for the day and county in the form; until it has come, or where none holds, the one before. */
function useVersion(first: KindNow, { occurredOn, countyId }: Where): KindNow {
  const read = useKinds(occurredOn, countyId);
  return read.data?.items.find((one) => one.code === first.code && one.holds) ?? first;
}

/** Unit and county as values that are not asked. */
function Fixed() {
  return (
    <>
      <Form.Item name="unitId" hidden />
      <Form.Item name="countyId" hidden />
    </>
  );
}

/** Tells the form around it what was chosen. */
function Watched({ onChange }: { onChange: (where: Where) => void }) {
  const form = Form.useFormInstance<EntryValues>();
  const occurredOn = Form.useWatch<string | null | undefined>('occurredOn', { form, preserve: true });
  const countyId = Form.useWatch<string | null | undefined>('countyId', { form, preserve: true });
  const unitId = Form.useWatch<string | null | undefined>('unitId', { form, preserve: true });
  useEffect(
    () => onChange({ occurredOn: occurredOn ?? null, countyId: countyId ?? null, unitId: unitId ?? null }),
    [occurredOn, countyId, unitId, onChange],
  );
  return null;
}

/** Problems of single cells of the roster, by where the cell stands in the grid. */
function useWrongCells(): [ReadonlyMap<string, string>, (problems: readonly Problem[], values: EntryValues) => void] {
  const { language } = usePreferences().preferences;
  const [wrong, setWrong] = useState<ReadonlyMap<string, string>>(new Map());
  const take = useCallback(
    (problems: readonly Problem[], values: EntryValues) => {
      const sent = rowsSent(values.roster ?? []);
      const cells = new Map<string, string>();
      for (const one of problems) {
        const [, row, column] = /^roster\.(\d+)\.(\w+)$/.exec(one.at ?? '') ?? [];
        if (row !== undefined && column !== undefined)
          cells.set(`${sent[Number(row)] ?? row}.${column}`, problemText(one, language));
      }
      setWrong(cells);
    },
    [language],
  );
  return [wrong, take];
}
