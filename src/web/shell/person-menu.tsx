import { UserOutlined } from '@ant-design/icons';
import { Button, Popover } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { signOut } from '../../contract/session.ts';
import { call } from '../client/call.ts';
import { queryClient } from '../client/query-client.ts';
import { useMe } from '../client/use-me.ts';
import { useWords } from '../client/use-words.ts';

/** Who is signed in, as which posts, and the way to the account and out. */
export function PersonMenu() {
  const me = useMe();
  const { shell } = useWords();
  const [open, setOpen] = useState(false);
  if (me === null) return null;
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      content={<PersonCard onDone={() => setOpen(false)} />}
      trigger="click"
      placement="bottomRight"
    >
      <Button type="text" icon={<UserOutlined />} aria-label={`${shell.nav.account} ${me.person.name}`}>
        <span className="bf-person-name">{me.person.name}</span>
      </Button>
    </Popover>
  );
}

function PersonCard({ onDone }: { onDone: () => void }) {
  const me = useMe();
  const { shell, term } = useWords();
  if (me === null) return null;
  return (
    <div style={{ width: 260 }}>
      <b style={{ fontSize: 16 }}>{me.person.name}</b> <span className="bf-quiet">{me.login}</span>
      <ul style={{ margin: '8px 0 12px', padding: 0, listStyle: 'none' }}>
        {me.posts.map((post) => (
          <li key={post.id} className="bf-small">
            {post.unitName}{' '}
            <span className="bf-quiet">{[post.title, term.role[post.role]].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
        {me.posts.length === 0 ? <li className="bf-late">{shell.noPost}</li> : null}
      </ul>
      <div style={{ display: 'flex', gap: 8, justifyContent: 'space-between', alignItems: 'center' }}>
        <Link to="/account" onClick={onDone}>
          {shell.nav.account}
        </Link>
        <Button onClick={() => void leave()}>{shell.signOut}</Button>
      </div>
    </div>
  );
}

/** Ends the session and forgets everything that was read. */
async function leave(): Promise<void> {
  try {
    await call(signOut, {});
  } finally {
    queryClient.clear();
    location.assign('/sign-in');
  }
}
