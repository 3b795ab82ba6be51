import { Alert } from 'antd';
import { useNavigate, useSearchParams } from 'react-router';
import { setPassword } from '../../contract/session.ts';
import { useWords } from '../client/use-words.ts';
import { ActForm } from '../parts/act-form.tsx';
import { enter, linkOf } from './enter.ts';
import { OpenPage } from './open-page.tsx';
import { PasswordField } from './password-field.tsx';

/** Sets a password by the one-time link of the operator. */
export function SetPasswordPage() {
  const { session } = useWords();
  const [search] = useSearchParams();
  const go = useNavigate();
  const link = linkOf(search);
  return (
    <OpenPage title={session.set.title} lead={session.set.lead}>
      {link === '' ? (
        <Alert type="warning" showIcon title={session.set.noLink} />
      ) : (
        <ActForm<typeof setPassword, { password: string }>
          route={setPassword}
          initial={{ password: '' }}
          toInput={({ password }) => ({ body: { link, password } })}
          onDone={(me) => {
            enter(me);
            void go('/', { replace: true });
          }}
          submit={session.set.submit}
          block
        >
          <PasswordField label={session.newPassword} autoFocus />
        </ActForm>
      )}
    </OpenPage>
  );
}
