import { useEffect, useRef } from 'react';
import { fill } from '../../../words/words.ts';
import { newId } from '../../client/new-id.ts';
import { useWords } from '../../client/use-words.ts';
import type { NewItem } from './draft-of.ts';
import { ItemForm } from './item-form.tsx';
import { useReviewHere } from './review-context.tsx';

interface NewItemFormProps {
  item: NewItem;
  onDone: () => void;
  onAdded: (id: string) => void;
}

/** An item that a person adds from selected words. */
export function NewItemForm({ item, onDone, onAdded }: NewItemFormProps) {
  const { document: said } = useWords();
  const { document, acts } = useReviewHere();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'start' });
  }, [item]);
  return (
    <div ref={box} className={`rv-new k-${item.kind}`}>
      <h3>{fill(said.review.addTitle, { kind: said.kinds[item.kind] })}</h3>
      <blockquote className="bf-quote rv-quote">{document.text.slice(item.start, item.end)}</blockquote>
      <ItemForm
        key={`${item.kind}.${item.start}.${item.end}`}
        kind={item.kind}
        value={item.value}
        submit={said.review.saveAdd}
        onCancel={onDone}
        onSave={(value) => {
          const id = newId();
          const { kind, start, end } = item;
          acts.change({ do: 'add', id, kind, start, end, value });
          onDone();
          onAdded(id);
        }}
      />
    </div>
  );
}
