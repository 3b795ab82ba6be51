import { App, Form } from 'antd';
import { useState } from 'react';
import { addPost, endPost } from '../../contract/people.ts';
import { today } from '../client/format.ts';
import { newId } from '../client/new-id.ts';
import { useWords } from '../client/use-words.ts';
import { ActForm } from '../parts/act-form.tsx';
import { DayInput } from '../parts/day-input.tsx';
import { FormDrawer } from '../parts/form-drawer.tsx';
import { needsCounty, PostFields, postOf, type PostValues } from './post-fields.tsx';
import type { PersonPost } from './person-posts.tsx';

/** Gives a person one more post. */
export function AddPostDrawer({
  open,
  onClose,
  person,
}: {
  open: boolean;
  onClose: () => void;
  person: { id: string; name: string };
}) {
  const { people: said } = useWords();
  return (
    <FormDrawer title={`${said.post.title} · ${person.name}`} open={open} onClose={onClose}>
      <AddPostForm onClose={onClose} personId={person.id} />
    </FormDrawer>
  );
}

function AddPostForm({ onClose, personId }: { onClose: () => void; personId: string }) {
  const { people: said, common } = useWords();
  const { message } = App.useApp();
  const [id] = useState(newId);
  return (
    <ActForm<typeof addPost, { post: PostValues }>
      route={addPost}
      initial={{ post: { fromOn: today(), how: 'default' } as PostValues }}
      toInput={({ post }) => ({ params: { id: personId }, body: { post: postOf(post, id) } })}
      check={({ post }) =>
        post.how === 'default' && post.role !== undefined && needsCounty(post.role) && !post.countyId
          ? [{ code: 'input.required', at: 'post.countyId' }]
          : []
      }
      onDone={() => {
        void message.success(said.post.added);
        onClose();
      }}
      onCancel={onClose}
      submit={common.save}
    >
      <PostFields under="post" />
    </ActForm>
  );
}

/** Ends a post by its last day. */
export function EndPostDrawer({ post, onClose }: { post: PersonPost | null; onClose: () => void }) {
  const { people: said, term } = useWords();
  const { message } = App.useApp();
  const lead =
    post === null ? undefined : [post.unitName, post.title, term.role[post.role]].filter(Boolean).join(' · ');
  return (
    <FormDrawer title={said.post.endTitle} open={post !== null} onClose={onClose} lead={lead}>
      {post === null ? null : (
        <ActForm<typeof endPost, { toOn: string }>
          route={endPost}
          initial={{ toOn: today() }}
          toInput={({ toOn }) => ({ params: { id: post.id }, body: { toOn } })}
          check={({ toOn }) => (toOn < post.fromOn ? [{ code: 'input.dates_reversed', at: 'toOn' }] : [])}
          onDone={() => {
            void message.success(said.post.ended);
            onClose();
          }}
          onCancel={onClose}
          submit={said.post.end}
        >
          <Form.Item name="toOn" label={said.post.lastDay} required>
            <DayInput />
          </Form.Item>
        </ActForm>
      )}
    </FormDrawer>
  );
}
