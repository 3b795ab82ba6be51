import { App, Button, Popconfirm } from 'antd';
import type { AnswerOf } from '../../contract/route.ts';
import { endSession, sessions } from '../../contract/session.ts';
import { errorText } from '../client/problem-text.ts';
import { usePreferences } from '../client/preferences.tsx';
import { useAct } from '../client/use-act.ts';
import { useRead } from '../client/use-read.ts';
import { useWords } from '../client/use-words.ts';
import { DataList } from '../parts/data-list.tsx';
import { Load } from '../parts/load.tsx';
import { Section } from '../parts/section.tsx';
import { MomentText } from '../parts/texts.tsx';
import { agentName } from './agent-name.ts';
import { Mark } from '../parts/mark.tsx';

type Session = AnswerOf<typeof sessions>['items'][number];

/** Where the person is signed in. */
export function MySessions() {
  const said = useWords().session.account;
  const read = useRead(sessions, {});
  return (
    <Section title={said.sessions} extra={<span className="bf-quiet bf-small">{said.sessionsLead}</span>} flush>
      <Load read={read} rows={3}>
        {(data) => (
          <DataList<Session>
            rows={data.items}
            rowKey={(row) => row.id}
            empty={null}
            columns={[
              {
                key: 'agent',
                title: said.agent,
                render: (row) => (
                  <span title={row.agent ?? undefined}>
                    {agentName(row.agent) ?? said.unknownAgent}{' '}
                    {row.current ? <Mark tone="good">{said.current}</Mark> : null}
                  </span>
                ),
              },
              { key: 'address', title: said.address, render: (row) => row.address ?? said.unknownAgent },
              {
                key: 'startedAt',
                title: said.startedAt,
                render: (row) => <MomentText at={row.startedAt} />,
                sort: (row) => row.startedAt,
              },
              {
                key: 'seenAt',
                title: said.seenAt,
                render: (row) => <MomentText at={row.seenAt} />,
                sort: (row) => row.seenAt,
              },
              { key: 'endsAt', title: said.endsAt, render: (row) => <MomentText at={row.endsAt} /> },
              { key: 'end', title: '', render: (row) => (row.current ? null : <End session={row} />) },
            ]}
          />
        )}
      </Load>
    </Section>
  );
}

function End({ session }: { session: Session }) {
  const { session: words, common } = useWords();
  const { preferences } = usePreferences();
  const { message } = App.useApp();
  const act = useAct(endSession);
  const go = () =>
    act.mutate(
      { params: { id: session.id } },
      { onError: (error) => void message.error(errorText(error, preferences.language).join(' ')) },
    );
  return (
    <Popconfirm title={words.account.endSessionAsk} onConfirm={go} okText={common.confirm} cancelText={common.cancel}>
      <Button size="small" loading={act.isPending}>
        {words.account.endSession}
      </Button>
    </Popconfirm>
  );
}
