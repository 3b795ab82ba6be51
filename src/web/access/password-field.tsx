import { Form, Input } from 'antd';
import { useWords } from '../client/use-words.ts';

/** A new password, once: it can be shown, which serves better than typing it twice. The rule stands below it. */
export function PasswordField({ label, autoFocus = false }: { label: string; autoFocus?: boolean }) {
  const { session } = useWords();
  return (
    <Form.Item name="password" label={label} extra={session.passwordRule} required>
      <Input.Password autoComplete="new-password" autoFocus={autoFocus} />
    </Form.Item>
  );
}
