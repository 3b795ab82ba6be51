import type { Block, SourceText } from '../../../src/core/document/source.ts';
import type { Page, Sentence } from '../../../src/core/document/page.ts';
import type { MeetingReading, TaskReading } from '../../../src/core/document/reading.ts';
import { parsePlainDate } from '../../../src/core/kernel/plain-date.ts';
import { readTasks } from '../../../src/core/document/tasks/read-tasks.ts';

/** What a made-up page is like besides its lines. */
export interface PageOptions {
  title?: string;
  publishedOn?: string;
  meeting?: MeetingReading;
}

/** A page of already plain lines: one block a line, `# ` for a heading, `| a | b |` for a row of table 0. */
export function pageOf(lines: string, options: PageOptions = {}): Page {
  const blocks: Block[] = [];
  let text = '';
  let row = -1;
  for (const line of lines
    .trim()
    .split('\n')
    .map((l) => l.trim())) {
    const cells = line.startsWith('|')
      ? line
          .slice(1, -1)
          .split('|')
          .map((c) => c.trim())
      : null;
    row += cells ? 1 : 0;
    for (const [column, part] of (cells ?? [line.replace(/^# /, '')]).entries()) {
      const start = text.length;
      text += `${part}\n`;
      const kind = cells ? 'cell' : line.startsWith('# ') ? 'heading' : 'paragraph';
      const table = cells ? { table: { table: 0, row, column, columnSpan: 1, rowSpan: 1 } } : {};
      blocks.push({ kind, start, end: start + part.length, ...table });
    }
  }
  const publishedOn = options.publishedOn === undefined ? null : parsePlainDate(options.publishedOn);
  const source: SourceText = {
    format: 'txt',
    title: options.title ?? null,
    publishedOn,
    origin: null,
    text,
    blocks,
    marks: [],
    sourceOffsets: null,
    warnings: [],
  };
  const at = Uint32Array.from({ length: text.length + 1 }, (_, i) => i);
  return { source, plain: text, at, sentences: blocks.flatMap((block, i) => sentencesOf(text, block, i)), publishedOn };
}

/** The tasks of a made-up page. */
export function tasksOf(lines: string, options: PageOptions = {}): TaskReading[] {
  return readTasks(pageOf(lines, options), options.meeting ?? null);
}

/** `line speaker quote` of each task, for a short comparison. */
export function brief(tasks: TaskReading[]): string[] {
  return tasks.map((task) => `${task.line} ${task.speaker ?? '-'} ${task.quote}`);
}

function sentencesOf(text: string, block: Block, index: number): Sentence[] {
  const words = text.slice(block.start, block.end);
  const out: Sentence[] = [];
  let from = 0;
  for (const part of words.split(/(?<=[。；！？])/)) {
    if (part !== '')
      out.push({
        start: block.start + from,
        end: block.start + from + part.length,
        text: part,
        block: index,
        kind: block.kind,
        headline: block.kind === 'heading',
      });
    from += part.length;
  }
  return out;
}
