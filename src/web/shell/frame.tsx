import { Drawer } from 'antd';
import { Suspense, useEffect, useState } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { whoAmI } from '../../contract/session.ts';
import { Refused } from '../client/call.ts';
import { usePreferences } from '../client/preferences.tsx';
import { useNarrow } from '../client/use-narrow.ts';
import { useRead } from '../client/use-read.ts';
import { useSessionLost } from '../client/session-state.ts';
import { useWords } from '../client/use-words.ts';
import { Failed, Waiting } from '../parts/load.tsx';
import { TrailProvider } from '../parts/trail.tsx';
import { SignInAgain } from '../access/sign-in-again.tsx';
import { Header } from './header.tsx';
import { Sider } from './sider.tsx';

/** The frame around every page: who is signed in, menu, header. Without a session it leads to the sign-in and back. */
export function Frame() {
  const me = useRead(whoAmI, {});
  const lost = useSessionLost();
  const { pathname, search, hash } = useLocation();
  const { takePerson } = usePreferences();
  const personId = me.data?.person.id;
  useEffect(() => {
    if (personId !== undefined) takePerson(personId);
  }, [personId, takePerson]);
  if (me.data === undefined) {
    if (me.error === null) return <Waiting rows={3} />;
    if (me.error instanceof Refused && me.error.status === 401) {
      const back = `${pathname}${search}${hash}`;
      return <Navigate to={back === '/' ? '/sign-in' : `/sign-in?to=${encodeURIComponent(back)}`} replace />;
    }
    return <Failed error={me.error} retry={() => void me.refetch()} />;
  }
  return (
    <TrailProvider>
      <Dressed />
      {lost ? <SignInAgain personId={me.data.person.id} /> : null}
    </TrailProvider>
  );
}

function Dressed() {
  const { common, shell } = useWords();
  const narrow = useNarrow(992);
  const [open, setOpen] = useState(false);
  const { pathname } = useLocation();
  useEffect(() => {
    setOpen(false);
    window.scrollTo(0, 0);
  }, [pathname]);
  return (
    <div className="bf-frame">
      <a className="bf-skip" href="#main">
        {common.skipToContent}
      </a>
      {narrow ? (
        <Drawer
          open={open}
          onClose={() => setOpen(false)}
          placement="left"
          size={240}
          rootClassName="bf-drawer-nav"
          closable={false}
          aria-label={shell.mainMenu}
        >
          <Sider />
        </Drawer>
      ) : (
        <Sider foldable />
      )}
      <div className="bf-content">
        <Header onMenu={narrow ? () => setOpen(true) : null} />
        <main id="main" className="bf-main" tabIndex={-1}>
          <Suspense fallback={<Waiting />}>
            <Outlet />
          </Suspense>
        </main>
      </div>
    </div>
  );
}
