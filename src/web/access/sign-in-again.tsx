import { Modal } from 'antd';
import { useNavigate } from 'react-router';
import { queryClient } from '../client/query-client.ts';
import { sessionLost } from '../client/session-state.ts';
import { useMe } from '../client/use-me.ts';
import { useWords } from '../client/use-words.ts';
import { enter } from './enter.ts';
import { SignInForm } from './sign-in-form.tsx';

/** The session ended while a page was open: sign in over it, and what was typed stays. Another person starts at the first page. */
export function SignInAgain({ personId }: { personId: string }) {
  const { session } = useWords();
  const me = useMe();
  const go = useNavigate();
  return (
    <Modal
      open
      title={session.lostTitle}
      footer={null}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      width={400}
    >
      <p className="bf-quiet" style={{ marginBottom: 16 }}>
        {session.lostText}
      </p>
      <SignInForm
        login={me?.login ?? ''}
        onDone={(next) => {
          if (next.person.id !== personId) {
            enter(next);
            void go('/', { replace: true });
            return;
          }
          sessionLost.set(false);
          void queryClient.invalidateQueries();
        }}
      />
    </Modal>
  );
}
