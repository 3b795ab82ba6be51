import { Alert } from 'antd';
import { useNavigate, useSearchParams } from 'react-router';
import { startState } from '../../contract/session.ts';
import { useRead } from '../client/use-read.ts';
import { useWords } from '../client/use-words.ts';
import { enter, safeBack } from './enter.ts';
import { OpenPage } from './open-page.tsx';
import { SignInForm } from './sign-in-form.tsx';

/** Sign-in, and back to where the person was going. */
export function SignInPage() {
  const { session, shell } = useWords();
  const [search] = useSearchParams();
  const go = useNavigate();
  const state = useRead(startState, {});
  return (
    <OpenPage title={shell.brand} lead={shell.tagline}>
      {state.data?.state === 'new' ? (
        <Alert type="info" showIcon title={session.notStarted} style={{ marginBottom: 16 }} />
      ) : null}
      <SignInForm
        onDone={(me) => {
          enter(me);
          void go(safeBack(search.get('to')), { replace: true });
        }}
      />
      <p className="bf-quiet bf-small" style={{ marginTop: 16 }}>
        {session.forgot}
      </p>
    </OpenPage>
  );
}
