import { Button, Form, type FormInstance } from 'antd';
import { useRef, useState, type ReactNode } from 'react';
import type { AnswerOf, Route } from '../../contract/route.ts';
import type { Problem } from '../../core/kernel/problem.ts';
import { Refused } from '../client/call.ts';
import { checkBody } from '../client/check-body.ts';
import { problemText } from '../client/problem-text.ts';
import { usePreferences } from '../client/preferences.tsx';
import { useAct, type ActInput } from '../client/use-act.ts';
import { useWords } from '../client/use-words.ts';
import { useGuard } from './leave-guard.tsx';
import { ProblemAlert } from './problem-alert.tsx';

type Values = Record<string, unknown>;

interface ActFormProps<R extends Route, V extends object> {
  route: R;
  /** What the fields hold at first. Field names are those of the body, so that refusals find their field. */
  initial: Partial<V>;
  /** Makes the call of what the fields hold; the act's id is added later. */
  toInput: (values: V) => ActInput<R>;
  /** Rules of core that run before sending. */
  check?: (values: V) => Problem[];
  onDone: (answer: AnswerOf<R>, values: V) => void;
  onCancel?: () => void;
  submit: string;
  /** Another way to send: its button, and what the values are then filled with. */
  second?: { label: string; with: Partial<V> };
  /** Told of every problem that was found before or after sending; empty: sent without any. */
  onProblems?: (problems: readonly Problem[], values: V) => void;
  /** The field that a problem is about, where it is called otherwise on the form. */
  fieldAt?: (at: string) => string;
  /** The button fills the width (sign-in). */
  block?: boolean;
  children: ReactNode | ((form: FormInstance<V>) => ReactNode);
}

/** A form that does one act: checks by the contract and by core, sends, and puts every problem to its field. */
export function ActForm<R extends Route, V extends object>(props: ActFormProps<R, V>) {
  const [form] = Form.useForm<V>();
  const { common } = useWords();
  const { act, rest, send, sendWith } = useSending(props, form);
  const { children, initial, onCancel, submit, second, block } = props;
  const guard = useGuard();
  return (
    <Form<V>
      form={form}
      layout="vertical"
      requiredMark="optional"
      initialValues={initial}
      onFinish={send}
      onValuesChange={(changed) => {
        forget(form, changed as object);
        guard?.touch(form.isFieldsTouched());
      }}
      scrollToFirstError={{ focus: true, block: 'center' }}
      disabled={act.isPending}
      autoComplete="off"
    >
      <ProblemAlert error={rest} />
      {typeof children === 'function' ? children(form) : children}
      <div className="bf-form-foot">
        {onCancel === undefined ? null : <Button onClick={guard?.close ?? onCancel}>{common.cancel}</Button>}
        {second === undefined ? null : <Button onClick={() => sendWith(second.with)}>{second.label}</Button>}
        <Button type="primary" htmlType="submit" loading={act.isPending} disabled={false} block={block ?? false}>
          {submit}
        </Button>
      </div>
    </Form>
  );
}

function useSending<R extends Route, V extends object>(props: ActFormProps<R, V>, form: FormInstance<V>) {
  const act = useAct(props.route);
  const { preferences } = usePreferences();
  const [rest, setRest] = useState<unknown>(null);
  const extra = useRef<Partial<V>>({});
  const fail = (problems: readonly Problem[], error: Refused | null, values: V) => {
    props.onProblems?.(problems, values);
    const placed = problems.map((one) =>
      one.at === undefined || props.fieldAt === undefined ? one : { ...one, at: props.fieldAt(one.at) },
    );
    const left = mark(form, placed, (one) => problemText(one, preferences.language, error?.requestId));
    setRest(
      left.length === 0
        ? null
        : new Refused(error?.status ?? 400, { problems: left, requestId: error?.requestId ?? '' }),
    );
  };
  const sendWith = (values: Partial<V>) => {
    extra.current = values;
    form.submit();
  };
  const send = (typed: V) => {
    const values = { ...typed, ...extra.current };
    extra.current = {};
    setRest(null);
    props.onProblems?.([], values);
    form.setFields(form.getFieldsError().map(({ name }) => ({ name, errors: [] })) as never);
    const input = props.toInput(values);
    const body = (input as { body?: object }).body ?? {};
    const found = [...checkBody(props.route, body), ...(props.check?.(values) ?? [])];
    if (found.length > 0) return fail(found, null, values);
    act.mutate(input, {
      onSuccess: (answer) => props.onDone(answer, values),
      onError: (error) => (error instanceof Refused ? fail(error.problems, error, values) : setRest(error)),
    });
  };
  return { act, rest, send, sendWith };
}

/** What was said of a field no longer stands once it is changed. */
function forget<V extends object>(form: FormInstance<V>, changed: object): void {
  const touched = form.getFieldsError().filter(({ name, errors }) => errors.length > 0 && reaches(changed, name));
  if (touched.length > 0) form.setFields(touched.map(({ name }) => ({ name, errors: [] })) as never);
}

function reaches(changed: unknown, name: readonly (string | number)[]): boolean {
  const [first, ...rest] = name;
  if (first === undefined) return true;
  return (
    typeof changed === 'object' &&
    changed !== null &&
    first in changed &&
    reaches((changed as Record<string | number, unknown>)[first], rest)
  );
}

/** Puts each problem to its field and the eye to the first; gives back those without a field on the form. */
function mark<V extends object>(
  form: FormInstance<V>,
  problems: readonly Problem[],
  text: (problem: Problem) => string,
): Problem[] {
  const fields = form.getFieldsError().map((field) => field.name);
  const nameOf = (at: string) =>
    fields.find((name) => name.join('.') === at) ?? fields.find((name) => at.startsWith(`${name.join('.')}.`));
  const marks = new Map<string, { name: (string | number)[]; errors: string[] }>();
  const left: Problem[] = [];
  for (const one of problems) {
    const name = one.at === undefined ? undefined : nameOf(one.at);
    if (name === undefined) {
      left.push(one);
      continue;
    }
    const key = name.join('.');
    const errors = marks.get(key)?.errors ?? [];
    if (errors.length === 0) marks.set(key, { name: name, errors: [text(one)] });
  }
  form.setFields([...marks.values()] as never);
  const [first] = marks.values();
  if (first !== undefined) form.scrollToField(first.name, { focus: true, block: 'center' });
  return left;
}

/** The shape of values where a form needs no more. */
export type FormValues = Values;
