import { App, Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import type { AnswerOf } from '../../contract/route.ts';
import { disableAccount, readPerson, resetPassword } from '../../contract/people.ts';
import { errorText } from '../client/problem-text.ts';
import { usePreferences } from '../client/preferences.tsx';
import { useAct } from '../client/use-act.ts';
import { useRead } from '../client/use-read.ts';
import { useWords } from '../client/use-words.ts';
import { Load } from '../parts/load.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { Section } from '../parts/section.tsx';
import { SampleTag } from '../parts/texts.tsx';
import { AddPostDrawer } from './post-drawers.tsx';
import { LinkShown } from './link-shown.tsx';
import { PersonPosts } from './person-posts.tsx';
import { PersonPostings } from './person-postings.tsx';
import { Mark } from '../parts/mark.tsx';

/** What the page of a person is told. */
export type PersonDetail = AnswerOf<typeof readPerson>;

/** One person: account and posts. */
export function PersonPage() {
  const { id = '' } = useParams();
  const read = useRead(readPerson, { params: { id } });
  return <Load read={read}>{(data) => <PersonShown key={data.id} person={data} />}</Load>;
}

function PersonShown({ person }: { person: PersonDetail }) {
  const { people: said } = useWords();
  const { can } = person;
  return (
    <>
      <PageHead
        title={person.name}
        trail={[{ label: said.title, to: '/people' }]}
        tags={
          <>
            <SampleTag when={person.example} />
            {person.disabled ? <Mark tone="late">{said.disabled}</Mark> : null}
          </>
        }
        actions={can.manage ? <Actions person={person} /> : undefined}
      />
      <div className="bf-columns">
        <div>
          <PersonPosts person={person} />
          <PersonPostings personId={person.id} />
        </div>
        <div>
          <Section title={said.account}>
            <dl className="bf-pairs">
              <dt>{said.login}</dt>
              <dd>{person.login ?? said.noLogin}</dd>
              <dt>{said.phone}</dt>
              <dd className="bf-num">{person.phone ?? '—'}</dd>
              {person.login === null ? null : (
                <>
                  <dt>{said.account}</dt>
                  <dd>{person.disabled ? said.disabled : said.active}</dd>
                </>
              )}
            </dl>
          </Section>
        </div>
      </div>
    </>
  );
}

function Actions({ person }: { person: PersonDetail }) {
  const { people: said } = useWords();
  const [adding, setAdding] = useState(false);
  return (
    <>
      {person.login === null ? null : <Reset person={person} />}
      {person.login === null ? null : <Disable person={person} />}
      <Button type="primary" onClick={() => setAdding(true)}>
        {said.post.add}
      </Button>
      <AddPostDrawer open={adding} onClose={() => setAdding(false)} person={person} />
    </>
  );
}

function Reset({ person }: { person: PersonDetail }) {
  const { people: said, common } = useWords();
  const { preferences } = usePreferences();
  const { message } = App.useApp();
  const act = useAct(resetPassword);
  const [shown, setShown] = useState<{ name: string; link: string; endsAt: string } | null>(null);
  const go = () =>
    act.mutate(
      { params: { id: person.id }, body: {} },
      {
        onSuccess: (answer) => setShown({ name: person.name, ...answer }),
        onError: (error) => void message.error(errorText(error, preferences.language).join(' ')),
      },
    );
  return (
    <>
      <Popconfirm
        title={said.reset}
        description={said.resetAsk}
        onConfirm={go}
        okText={common.confirm}
        cancelText={common.cancel}
      >
        <Button loading={act.isPending}>{said.reset}</Button>
      </Popconfirm>
      <LinkShown shown={shown} onClose={() => setShown(null)} />
    </>
  );
}

function Disable({ person }: { person: PersonDetail }) {
  const { people: said, common } = useWords();
  const { preferences } = usePreferences();
  const { message } = App.useApp();
  const act = useAct(disableAccount);
  const go = () =>
    act.mutate(
      { params: { id: person.id }, body: { disabled: !person.disabled } },
      {
        onSuccess: () => void message.success(person.disabled ? said.enableDone : said.disableDone),
        onError: (error) => void message.error(errorText(error, preferences.language).join(' ')),
      },
    );
  if (person.disabled) {
    return (
      <Button onClick={go} loading={act.isPending}>
        {said.enable}
      </Button>
    );
  }
  return (
    <Popconfirm
      title={said.disable}
      description={said.disableAsk}
      onConfirm={go}
      okText={common.confirm}
      cancelText={common.cancel}
    >
      <Button danger loading={act.isPending}>
        {said.disable}
      </Button>
    </Popconfirm>
  );
}
