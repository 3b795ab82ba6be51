import { App, Button, Checkbox, Form, Input, Modal, Popconfirm } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { AnswerOf } from '../../contract/route.ts';
import { endToken, makeToken, tokens } from '../../contract/session.ts';
import type { Ability } from '../../core/access/role.ts';
import { addDays, type PlainDate } from '../../core/kernel/plain-date.ts';
import { today } from '../client/format.ts';
import { errorText } from '../client/problem-text.ts';
import { usePreferences } from '../client/preferences.tsx';
import { useAct } from '../client/use-act.ts';
import { useMe } from '../client/use-me.ts';
import { useRead } from '../client/use-read.ts';
import { useWords } from '../client/use-words.ts';
import { ActForm } from '../parts/act-form.tsx';
import { DataList, type Column } from '../parts/data-list.tsx';
import { DayInput } from '../parts/day-input.tsx';
import { Empty } from '../parts/empty.tsx';
import { FormDrawer } from '../parts/form-drawer.tsx';
import { Load } from '../parts/load.tsx';
import { Section } from '../parts/section.tsx';
import { DayText, MomentText } from '../parts/texts.tsx';
import { Secret } from './link-shown.tsx';
import { Mark } from '../parts/mark.tsx';

type Token = AnswerOf<typeof tokens>['items'][number];
const DEFAULT_DAYS = 90;

/** The person's tokens for scripts. */
export function MyTokens() {
  const { session, common, api } = useWords();
  const said = session.account;
  const read = useRead(tokens, {});
  const columns = useColumns();
  const [making, setMaking] = useState(false);
  const [made, setMade] = useState<string | null>(null);
  const add = (
    <Button type="primary" onClick={() => setMaking(true)}>
      {said.makeToken}
    </Button>
  );
  return (
    <Section title={said.tokens} extra={add} flush>
      <p className="bf-quiet bf-small" style={{ padding: '10px 16px' }}>
        {said.tokensLead} <Link to="/open-api">{api.title}</Link>
      </p>
      <Load read={read} rows={3}>
        {(data) => (
          <DataList<Token>
            rows={data.items}
            rowKey={(row) => row.id}
            empty={<Empty small text={said.noTokens} />}
            columns={columns}
          />
        )}
      </Load>
      <FormDrawer title={said.makeToken} open={making} onClose={() => setMaking(false)}>
        <MakeForm onClose={() => setMaking(false)} onMade={setMade} />
      </FormDrawer>
      <Modal
        open={made !== null}
        title={said.makeToken}
        onCancel={() => setMade(null)}
        footer={<Button onClick={() => setMade(null)}>{common.close}</Button>}
        mask={{ closable: false }}
      >
        <p style={{ marginBottom: 8 }}>{said.tokenShown}</p>
        <Secret text={made ?? ''} />
      </Modal>
    </Section>
  );
}

function useColumns(): Column<Token>[] {
  const { session, term } = useWords();
  const said = session.account;
  return [
    { key: 'name', title: said.tokenName, render: (row) => row.name },
    {
      key: 'abilities',
      title: said.abilities,
      width: '34%',
      render: (row) => row.abilities.map((one) => <Mark key={one}>{term.ability[one]}</Mark>),
    },
    { key: 'endsOn', title: said.endsOn, render: (row) => <DayText day={row.endsOn} />, sort: (row) => row.endsOn },
    {
      key: 'seenAt',
      title: said.tokenUsed,
      render: (row) =>
        row.seenAt === null ? <span className="bf-quiet">{said.tokenNever}</span> : <MomentText at={row.seenAt} />,
    },
    { key: 'state', title: said.tokenState, render: (row) => <State token={row} /> },
    { key: 'end', title: '', render: (row) => (row.endedAt === null ? <End token={row} /> : null) },
  ];
}

function State({ token }: { token: Token }) {
  const said = useWords().session.account;
  if (token.endedAt !== null) return <Mark>{said.tokenEnded}</Mark>;
  return token.endsOn < today() ? (
    <Mark tone="warn">{said.tokenExpired}</Mark>
  ) : (
    <Mark tone="good">{said.tokenOpen}</Mark>
  );
}

function End({ token }: { token: Token }) {
  const { session, common } = useWords();
  const { preferences } = usePreferences();
  const { message } = App.useApp();
  const act = useAct(endToken);
  const go = () =>
    act.mutate(
      { params: { id: token.id } },
      { onError: (error) => void message.error(errorText(error, preferences.language).join(' ')) },
    );
  return (
    <Popconfirm
      title={session.account.endToken}
      description={session.account.endTokenAsk}
      onConfirm={go}
      okText={common.confirm}
      cancelText={common.cancel}
    >
      <Button size="small" loading={act.isPending}>
        {session.account.endToken}
      </Button>
    </Popconfirm>
  );
}

function MakeForm({ onClose, onMade }: { onClose: () => void; onMade: (token: string) => void }) {
  const { session, term } = useWords();
  const said = session.account;
  const me = useMe();
  return (
    <ActForm<typeof makeToken, { name: string; abilities: Ability[]; endsOn: string }>
      route={makeToken}
      initial={{ abilities: [], endsOn: addDays(today() as PlainDate, DEFAULT_DAYS) }}
      toInput={(values) => ({ body: values })}
      check={({ abilities }) => (abilities.length === 0 ? [{ code: 'input.required', at: 'abilities' }] : [])}
      onDone={(answer) => {
        onClose();
        onMade(answer.token);
      }}
      onCancel={onClose}
      submit={said.makeToken}
    >
      <Form.Item name="name" label={said.tokenName} required>
        <Input placeholder={said.tokenNameHint} />
      </Form.Item>
      <Form.Item name="abilities" label={said.abilities} required>
        <Checkbox.Group
          style={{ display: 'grid', gap: 4 }}
          options={(me?.abilities ?? []).map((value) => ({ value, label: term.ability[value] }))}
        />
      </Form.Item>
      <Form.Item name="endsOn" label={said.endsOn} required>
        <DayInput />
      </Form.Item>
    </ActForm>
  );
}
