import { Alert, Form, Input } from 'antd';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { startFirst, startState } from '../../contract/session.ts';
import { useRead } from '../client/use-read.ts';
import { useWords } from '../client/use-words.ts';
import { ActForm } from '../parts/act-form.tsx';
import { Load } from '../parts/load.tsx';
import { enter, linkOf } from './enter.ts';
import { OpenPage } from './open-page.tsx';
import { PasswordField } from './password-field.tsx';

interface StartValues {
  name: string;
  login: string;
  password: string;
  unitName: string;
  begin: 'empty' | 'example';
}

/** The very first page: the first operator, the leading unit, and how to begin. */
export function StartPage() {
  const { session } = useWords();
  const state = useRead(startState, {});
  return (
    <OpenPage title={session.start.title} lead={session.start.lead} wide>
      <Load read={state}>{(data) => (data.state === 'ready' ? <Done /> : <StartForm />)}</Load>
    </OpenPage>
  );
}

function Done() {
  const { session } = useWords();
  return (
    <Alert
      type="info"
      showIcon
      title={session.start.done}
      action={<Link to="/sign-in">{session.start.toSignIn}</Link>}
    />
  );
}

function StartForm() {
  const { session } = useWords();
  const [search] = useSearchParams();
  const go = useNavigate();
  const link = linkOf(search);
  if (link === '') return <Alert type="warning" showIcon title={session.start.noLink} />;
  return (
    <ActForm<typeof startFirst, StartValues>
      route={startFirst}
      initial={{ begin: 'empty' }}
      toInput={(values) => ({ body: { ...values, link } })}
      onDone={(me) => {
        enter(me);
        void go('/', { replace: true });
      }}
      submit={session.start.submit}
    >
      <fieldset className="bf-fieldset">
        <legend>{session.start.you}</legend>
        <div className="bf-two">
          <Form.Item name="name" label={session.start.name} required>
            <Input autoFocus placeholder={session.start.nameHint} autoComplete="name" />
          </Form.Item>
          <Form.Item name="login" label={session.login} required>
            <Input
              placeholder={session.start.loginHint}
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
            />
          </Form.Item>
        </div>
        <PasswordField label={session.password} />
      </fieldset>
      <fieldset className="bf-fieldset">
        <legend>{session.start.unit}</legend>
        <Form.Item name="unitName" label={session.start.unitName} extra={session.start.unitWhy} required>
          <Input placeholder={session.start.unitHint} />
        </Form.Item>
      </fieldset>
      <fieldset className="bf-fieldset">
        <legend>{session.start.begin}</legend>
        <Form.Item name="begin">
          <BeginChoice />
        </Form.Item>
      </fieldset>
    </ActForm>
  );
}

function BeginChoice({ value, onChange }: { value?: string; onChange?: (value: string) => void }) {
  const { start } = useWords().session;
  const choices = [
    { key: 'empty', title: start.empty, text: start.emptyText, use: start.emptyFor },
    { key: 'example', title: start.example, text: start.exampleText, use: start.exampleFor },
  ];
  return (
    <div className="bf-choices" role="radiogroup" aria-label={start.begin}>
      {choices.map((one) => (
        <label key={one.key} className="bf-choice">
          <input
            type="radio"
            name="begin"
            value={one.key}
            checked={value === one.key}
            onChange={() => onChange?.(one.key)}
          />
          <b>{one.title}</b>
          <em>{one.use}</em>
          <span>{one.text}</span>
        </label>
      ))}
    </div>
  );
}
