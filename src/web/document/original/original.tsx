import {
  memo,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  type MouseEvent,
  type ReactNode,
  type RefObject,
} from 'react';
import type { DocumentData } from '../review/use-review.ts';
import { Paper } from './paper.tsx';
import { pickedIn, trimmed, type Picked } from './selection.ts';
import { litOf, type Lit } from './spots.ts';

interface OriginalProps {
  document: DocumentData;
  current: string | null;
  hovered: string | null;
  /** Counts up whenever the text is to be scrolled to the current item. */
  jump: number;
  onChoose: (itemId: string) => void;
  onHover: (itemId: string | null) => void;
  onPick: (picked: Picked | null) => void;
}

/** The original in its own layout, made of text only: nothing of the document runs or loads here. */
export function Original({ document, current, hovered, jump, onChoose, onHover, onPick }: OriginalProps) {
  const pane = useRef<HTMLDivElement>(null);
  const { list, text } = document;
  const lits = useMemo(() => list.map((item) => litOf(item, text, list)), [list, text]);
  useLight(pane, current, 'is-current', lits);
  useLight(pane, hovered, 'is-hovered', lits);
  useJump(pane, current, jump);
  usePicking(pane, text, onPick);
  const itemsAt = (event: MouseEvent) =>
    (event.target as HTMLElement).closest<HTMLElement>('[data-items]')?.dataset['items']?.split(' ') ?? [];
  const choose = (event: MouseEvent) => {
    if (getSelection()?.isCollapsed === false) return;
    const here = itemsAt(event);
    const next = here[current === null ? 0 : (here.indexOf(current) + 1) % here.length];
    if (next !== undefined) onChoose(next);
  };
  return (
    <div
      ref={pane}
      className="rv-paper"
      onClick={choose}
      onMouseOver={(event) => onHover(itemsAt(event)[0] ?? null)}
      onMouseLeave={() => onHover(null)}
    >
      <Sheet document={document} lits={lits} />
    </div>
  );
}

/** Drawn anew only when the text or what is lit in it changes, not when the eye moves. */
const Sheet = memo(
  function Sheet({ document, lits }: { document: DocumentData; lits: Lit[] }): ReactNode {
    return <Paper text={document.text} blocks={document.blocks} marks={document.marks} lits={lits} />;
  },
  (a, b) => a.lits === b.lits && a.document.blocks === b.document.blocks,
);

type Pane = RefObject<HTMLDivElement | null>;

/** Sets a class on the runs of one item. */
function useLight(pane: Pane, id: string | null, name: string, lits: Lit[]): void {
  useLayoutEffect(() => {
    if (id === null) return undefined;
    const runs = pane.current?.querySelectorAll(`[data-items~="${CSS.escape(id)}"]`) ?? [];
    runs.forEach((run) => run.classList.add(name));
    return () => runs.forEach((run) => run.classList.remove(name));
  }, [pane, id, name, lits]);
}

function useJump(pane: Pane, current: string | null, jump: number): void {
  useEffect(() => {
    if (jump === 0 || current === null) return;
    const runs = pane.current?.querySelectorAll<HTMLElement>(`[data-items~="${CSS.escape(current)}"]`) ?? [];
    const [first] = runs;
    if (first === undefined) return;
    const fold = first.closest('details');
    if (fold !== null) fold.open = true;
    first.scrollIntoView({ block: 'center', behavior: jump === 1 || calm() ? 'auto' : 'smooth' });
  }, [pane, current, jump]);
}

const calm = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

function usePicking(pane: Pane, text: string, onPick: (picked: Picked | null) => void): void {
  useEffect(() => {
    const look = () => {
      const picked = pane.current === null ? null : pickedIn(pane.current);
      const span = picked === null ? null : trimmed(picked, text);
      onPick(picked === null || span === null || span.end <= span.start ? null : { ...picked, ...span });
    };
    window.document.addEventListener('selectionchange', look);
    return () => window.document.removeEventListener('selectionchange', look);
  }, [pane, text, onPick]);
}
