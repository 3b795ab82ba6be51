import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useWords } from '../client/use-words.ts';
import type { County } from './county-page.tsx';
import { EventDrawer } from './event-drawer.tsx';
import { PairingDrawer } from './pairing-drawer.tsx';
import { PostingDrawer } from './posting-drawer.tsx';

/** What can be done on a county's page. */
export function CountyActions({ county }: { county: County }) {
  const { county: said } = useWords();
  const [open, setOpen] = useState<'event' | 'pairing' | 'posting' | null>(null);
  const close = () => setOpen(null);
  const known = { id: county.place.id, name: county.place.name };
  return (
    <>
      <Link to={`/places/${known.id}`} className="bf-no-print" style={{ alignSelf: 'center' }}>
        {said.placePage}
      </Link>
      {county.can.manage ? <Button onClick={() => setOpen('pairing')}>{said.addPairing}</Button> : null}
      {county.can.manage ? <Button onClick={() => setOpen('posting')}>{said.addPosting}</Button> : null}
      {county.can.addEvent ? (
        <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpen('event')}>
          {said.addEvent}
        </Button>
      ) : null}
      <EventDrawer open={open === 'event'} onClose={close} county={county} />
      <PairingDrawer open={open === 'pairing'} onClose={close} county={known} />
      <PostingDrawer open={open === 'posting'} onClose={close} county={known} pairings={county.pairings} />
    </>
  );
}
