import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { ItemKind } from '../../../contract/document.ts';
import { useWords } from '../../client/use-words.ts';
import type { Picked } from '../original/selection.ts';
import { KIND_ORDER } from './kinds.ts';

interface AddBarProps {
  picked: Picked;
  /** Kinds that cannot be added (a second meeting). */
  without: readonly ItemKind[];
  /** True: the keyboard goes here (N). */
  focus: boolean;
  onChoose: (kind: ItemKind) => void;
  onClose: () => void;
}

const WIDTH = 460;
const HEIGHT = 46;
const GAP = 8;

/** Beside the selected words: what to add them as. */
export function AddBar({ picked, without, focus, onChoose, onClose }: AddBarProps) {
  const { document: said } = useWords();
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (focus) bar.current?.querySelector('button')?.focus();
  }, [focus]);
  const move = (event: KeyboardEvent) => {
    const buttons = [...(bar.current?.querySelectorAll('button') ?? [])];
    const at = buttons.indexOf(window.document.activeElement as HTMLButtonElement);
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (event.key === 'Escape') onClose();
    else if (step !== 0) buttons[(at + step + buttons.length) % buttons.length]?.focus();
    else if (/^[1-7]$/.test(event.key)) buttons[Number(event.key) - 1]?.click();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const { rect } = picked;
  const below = rect.top < HEIGHT + GAP + 60;
  const left = Math.max(GAP, Math.min(rect.left, window.innerWidth - WIDTH - GAP));
  const top = below ? rect.bottom + GAP : rect.top - HEIGHT - GAP;
  return (
    <div
      ref={bar}
      className="rv-add"
      role="toolbar"
      aria-label={said.review.add}
      style={{ left, top: Math.min(top, window.innerHeight - HEIGHT - GAP) }}
      onMouseDown={(event) => event.preventDefault()}
      onKeyDown={move}
    >
      <span>{said.review.add}</span>
      {KIND_ORDER.filter((kind) => !without.includes(kind)).map((kind) => (
        <button key={kind} type="button" className={`k-${kind}`} onClick={() => onChoose(kind)}>
          {said.kinds[kind]}
        </button>
      ))}
    </div>
  );
}
