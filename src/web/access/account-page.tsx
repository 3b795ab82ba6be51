import { App, Form, Input } from 'antd';
import { useState } from 'react';
import { changePassword } from '../../contract/session.ts';
import { useMe } from '../client/use-me.ts';
import { useWords } from '../client/use-words.ts';
import { ActForm } from '../parts/act-form.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { PageTabs, type PageTab } from '../parts/page-tabs.tsx';
import { Section } from '../parts/section.tsx';
import { DisplayChoices } from '../shell/display-choices.tsx';
import { MySessions } from './my-sessions.tsx';
import { MyTokens } from './my-tokens.tsx';
import { PasswordField } from './password-field.tsx';

/** The account of whoever is signed in: sessions, tokens, password, display. */
export function AccountPage() {
  const { session } = useWords();
  const said = session.account;
  const me = useMe();
  const tabs: PageTab[] = [
    { key: 'sessions', label: said.sessions, children: <MySessions /> },
    { key: 'tokens', label: said.tokens, children: <MyTokens /> },
    { key: 'change-password', label: said.password, children: <ChangePassword /> },
    {
      key: 'display',
      label: said.display,
      children: (
        <Section title={said.display} extra={<span className="bf-quiet bf-small">{said.displayLead}</span>}>
          <DisplayChoices />
        </Section>
      ),
    },
  ];
  return (
    <>
      <PageHead
        title={said.title}
        lead={me === null ? undefined : [me.person.name, me.login].filter(Boolean).join(' · ')}
      />
      <PageTabs tabs={tabs} />
    </>
  );
}

function ChangePassword() {
  const { session, problem } = useWords();
  const said = session.account;
  const { message } = App.useApp();
  const [round, setRound] = useState(0);
  return (
    <Section title={said.change} extra={<span className="bf-quiet bf-small">{said.passwordLead}</span>}>
      <div style={{ maxWidth: 380 }}>
        <ActForm<typeof changePassword, { old: string; password: string }>
          key={round}
          route={changePassword}
          initial={{}}
          toInput={(values) => ({ body: values })}
          onDone={() => {
            void message.success(said.passwordDone);
            setRound(round + 1);
          }}
          submit={said.change}
        >
          <Form.Item
            name="old"
            label={session.oldPassword}
            rules={[{ required: true, message: problem['input.required'] }]}
          >
            <Input.Password autoComplete="current-password" />
          </Form.Item>
          <PasswordField label={session.newPassword} />
        </ActForm>
      </div>
    </Section>
  );
}
