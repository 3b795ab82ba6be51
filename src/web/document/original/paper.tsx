import { PictureOutlined } from '@ant-design/icons';
import { createElement, type CSSProperties, type ReactNode } from 'react';
import { fill } from '../../../words/words.ts';
import { useWords } from '../../client/use-words.ts';
import type { DocumentData } from '../review/use-review.ts';
import { segmentsOf, type Mark, type Segment } from './segments.ts';
import type { Lit } from './spots.ts';

type Block = DocumentData['blocks'][number];

interface PaperProps {
  text: string;
  blocks: Block[];
  marks: Mark[];
  lits: Lit[];
}

/** Blocks as they follow one another: table cells gathered to tables, chrome to folds. */
type Part = { kind: 'block'; block: Block } | { kind: 'table' | 'chrome'; blocks: Block[] };

/** The text in the layout of the original. */
export function Paper({ text, blocks, marks, lits }: PaperProps) {
  const runs = (block: Block) =>
    segmentsOf(block, text, marks, lits).map((one) => <Run key={one.start} segment={one} />);
  return (
    <>
      {partsOf(blocks).map((part, i) => {
        if (part.kind === 'block') return <BlockView key={i} block={part.block} text={text} runs={runs} />;
        if (part.kind === 'table') return <TableView key={i} cells={part.blocks} runs={runs} />;
        return <Chrome key={i} blocks={part.blocks} runs={runs} />;
      })}
    </>
  );
}

function partsOf(blocks: readonly Block[]): Part[] {
  const parts: Part[] = [];
  for (const block of blocks) {
    const last = parts.at(-1);
    if (block.kind === 'chrome') {
      if (last?.kind === 'chrome') last.blocks.push(block);
      else parts.push({ kind: 'chrome', blocks: [block] });
    } else if (block.table !== undefined) {
      if (last?.kind === 'table' && last.blocks[0]?.table?.table === block.table.table) last.blocks.push(block);
      else parts.push({ kind: 'table', blocks: [block] });
    } else parts.push({ kind: 'block', block });
  }
  return parts;
}

type Runs = (block: Block) => ReactNode;

const LISTED = /^\s*(?:[•·▪●○■□◆\-*—]|[（(]?[\d一二三四五六七八九十]+[)）.．、])/;

function BlockView({ block, text, runs }: { block: Block; text: string; runs: Runs }) {
  const { review } = useWords().document;
  const style: CSSProperties = block.align === undefined ? {} : { textAlign: block.align };
  if (block.kind === 'image') {
    const alt = block.alt ?? '';
    return (
      <div className="rv-image" role="img" aria-label={alt === '' ? review.image : alt}>
        <PictureOutlined /> {alt === '' ? review.image : fill(review.imageOf, { alt })}
      </div>
    );
  }
  if (block.kind === 'heading') {
    const level = Math.min(6, Math.max(2, (block.level ?? 1) + 1));
    return createElement(`h${level}`, { className: `rv-h is-${block.level ?? 1}`, style }, runs(block));
  }
  const words = text.slice(block.start, block.end);
  if (block.kind === 'item') {
    return (
      <p className={LISTED.test(words) ? 'rv-item' : 'rv-item is-dotted'} style={style}>
        {runs(block)}
      </p>
    );
  }
  const own = /^\s/.test(words) || block.align === 'center' || block.align === 'right';
  return (
    <p className={own ? 'rv-p is-own' : 'rv-p'} style={style}>
      {runs(block)}
    </p>
  );
}

function TableView({ cells, runs }: { cells: Block[]; runs: Runs }) {
  const { review } = useWords().document;
  const rows = new Map<number, Block[]>();
  for (const cell of cells) {
    const row = cell.table?.row ?? 0;
    rows.set(row, [...(rows.get(row) ?? []), cell]);
  }
  return (
    <div className="rv-table" role="region" aria-label={review.tableOf} tabIndex={0}>
      <table>
        <tbody>
          {[...rows].map(([row, list]) => (
            <tr key={row}>
              {inColumns(list).map((same) => (
                <Cell key={same[0]?.table?.column} blocks={same} runs={runs} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A cell may hold several blocks. */
function inColumns(list: readonly Block[]): Block[][] {
  const columns = new Map<number, Block[]>();
  for (const block of list) {
    const column = block.table?.column ?? 0;
    columns.set(column, [...(columns.get(column) ?? []), block]);
  }
  return [...columns].sort(([a], [b]) => a - b).map(([, blocks]) => blocks);
}

function Cell({ blocks, runs }: { blocks: Block[]; runs: Runs }) {
  const [first] = blocks;
  return (
    <td
      colSpan={Math.max(1, first?.table?.columnSpan ?? 1)}
      rowSpan={Math.max(1, first?.table?.rowSpan ?? 1)}
      style={first?.align === undefined ? {} : { textAlign: first.align }}
    >
      {blocks.map((block) => (
        <div key={block.start}>{runs(block)}</div>
      ))}
    </td>
  );
}

function Chrome({ blocks, runs }: { blocks: Block[]; runs: Runs }) {
  const { review } = useWords().document;
  return (
    <details className="rv-chrome">
      <summary>{fill(review.chrome, { count: blocks.length })}</summary>
      {blocks.map((block) => (
        <p key={block.start}>{runs(block)}</p>
      ))}
    </details>
  );
}

function Run({ segment }: { segment: Segment }) {
  const { start, text, items, kind, others, bold, italic, underline } = segment;
  const flags = [
    kind === null ? '' : `k-${kind}`,
    segment.spot ? 'is-spot' : '',
    segment.decided ? 'is-decided' : '',
    segment.doubtful ? 'is-doubtful' : '',
    bold ? 'is-bold' : '',
    italic ? 'is-italic' : '',
    underline ? 'is-underlined' : '',
  ].filter(Boolean);
  const lines = others.map((other, i) => `inset 0 -${2 * (i + 1)}px 0 var(--k-${other})`).join(', ');
  if (items.length === 0) {
    return (
      <span data-s={start} {...(flags.length === 0 ? {} : { className: `rv-run ${flags.join(' ')}` })}>
        {text}
      </span>
    );
  }
  return (
    <span
      data-s={start}
      data-items={items.join(' ')}
      className={`rv-run is-lit ${flags.join(' ')}`}
      {...(lines === '' ? {} : { style: { boxShadow: lines } })}
    >
      {text}
    </span>
  );
}
