import { App, Form, Input } from 'antd';
import { useState } from 'react';
import { addPerson } from '../../contract/people.ts';
import { today } from '../client/format.ts';
import { newId } from '../client/new-id.ts';
import { useWords } from '../client/use-words.ts';
import { ActForm } from '../parts/act-form.tsx';
import { FormDrawer } from '../parts/form-drawer.tsx';
import { LinkShown } from './link-shown.tsx';
import { needsCounty, PostFields, postOf, type PostValues } from './post-fields.tsx';

interface PersonValues {
  name: string;
  phone?: string;
  login?: string;
  post: PostValues;
}

/** Adds a person with a first post; with a sign-in name, shows the link to set the password. */
export function AddPersonDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { people: said } = useWords();
  const [made, setMade] = useState<{ name: string; link: string } | null>(null);
  return (
    <>
      <FormDrawer title={said.addTitle} open={open} onClose={onClose}>
        <AddPersonForm onClose={onClose} onLink={setMade} />
      </FormDrawer>
      <LinkShown shown={made} onClose={() => setMade(null)} />
    </>
  );
}

function AddPersonForm({
  onClose,
  onLink,
}: {
  onClose: () => void;
  onLink: (made: { name: string; link: string }) => void;
}) {
  const { people: said, common } = useWords();
  const { message } = App.useApp();
  const [ids] = useState(() => ({ person: newId(), post: newId() }));
  return (
    <ActForm<typeof addPerson, PersonValues>
      route={addPerson}
      initial={{ post: { fromOn: today(), how: 'default' } as PostValues }}
      toInput={(values) => ({
        body: {
          id: ids.person,
          name: values.name,
          phone: values.phone?.trim() ? values.phone : null,
          login: values.login?.trim() ? values.login : null,
          post: postOf(values.post, ids.post),
        },
      })}
      check={({ post }) =>
        post.how === 'default' && post.role !== undefined && needsCounty(post.role) && !post.countyId
          ? [{ code: 'input.required', at: 'post.countyId' }]
          : []
      }
      onDone={(answer, values) => {
        void message.success(said.added);
        onClose();
        if (answer.link !== null) onLink({ name: values.name, link: answer.link });
      }}
      onCancel={onClose}
      submit={common.save}
    >
      <Form.Item name="name" label={said.name} required>
        <Input />
      </Form.Item>
      <div className="bf-two">
        <Form.Item name="login" label={said.login} extra={said.loginHint}>
          <Input autoCapitalize="none" spellCheck={false} />
        </Form.Item>
        <Form.Item name="phone" label={said.phone} extra={said.phoneHint}>
          <Input inputMode="tel" />
        </Form.Item>
      </div>
      <PostFields under="post" />
    </ActForm>
  );
}
