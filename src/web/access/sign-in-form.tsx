import { Form, Input } from 'antd';
import { signIn } from '../../contract/session.ts';
import type { Me } from '../client/use-me.ts';
import { useWords } from '../client/use-words.ts';
import { ActForm } from '../parts/act-form.tsx';

interface SignInValues {
  login: string;
  password: string;
}

/** Name and password. */
export function SignInForm({ onDone, login = '' }: { onDone: (me: Me) => void; login?: string }) {
  const { session, problem } = useWords();
  const needed = [{ required: true, message: problem['input.required'] }];
  return (
    <ActForm<typeof signIn, SignInValues>
      route={signIn}
      initial={{ login, password: '' }}
      toInput={(values) => ({ body: values })}
      onDone={onDone}
      submit={session.signIn}
      block
    >
      <Form.Item name="login" label={session.login} rules={needed}>
        <Input autoFocus={login === ''} autoComplete="username" autoCapitalize="none" spellCheck={false} />
      </Form.Item>
      <Form.Item name="password" label={session.password} rules={needed}>
        <Input.Password autoFocus={login !== ''} autoComplete="current-password" />
      </Form.Item>
    </ActForm>
  );
}
