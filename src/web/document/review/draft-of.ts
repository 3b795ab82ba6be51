import type { ItemKind } from '../../../contract/document.ts';
import { exactText, figuresIn } from '../../../core/document/facts/figure.ts';
import { AGENDA_TYPES } from '../../../core/document/reading.ts';
import { lineOf } from '../../../core/document/tasks/line-of.ts';
import type { Span } from '../original/spots.ts';
import type { Draft } from './item-form.tsx';

/** An item that a person is about to add from selected words. */
export interface NewItem extends Span {
  kind: ItemKind;
  value: Draft;
}

/** A first filling of the form from the selected words, by the same rules that read documents. */
export function draftOf(kind: ItemKind, words: string, category: string): Draft {
  switch (kind) {
    case 'meeting':
      return { name: words, ordinal: null, organiser: null, date: null, dateText: null, chair: null, chairRole: null };
    case 'attendee':
      return { category, text: words };
    case 'agenda':
      return agendaDraft(words);
    case 'fact':
      return factDraft(words);
    case 'place':
      return { placeId: null, name: '', code: '', level: 'county', printed: words.slice(0, 60) };
    case 'task':
      return taskDraft(words);
    case 'pairing':
      return { countyId: null, countyName: '', fromOn: null, fromPrecision: 'unknown', printed: words.slice(0, 60) };
  }
}

function agendaDraft(words: string): Draft {
  const type = AGENDA_TYPES.find((one) => words.includes(one));
  const title = type === undefined ? words : words.slice(words.indexOf(type) + type.length);
  return { type, title: title.replace(/^[了：:，,\s]+/, '').replace(/[，。；,;\s]+$/, '') };
}

function taskDraft(words: string): Draft {
  const { line, topic } = lineOf(words);
  const links = { lead: [], support: [], units: [], countyIds: [] };
  return { line, topic, text: words, speaker: null, due: null, dueText: null, ...links };
}

function factDraft(words: string): Draft {
  const [figure] = figuresIn(words);
  const rest = { what: '', when: null, from: null, to: null, where: [], placeIds: [], planned: false };
  if (figure === undefined) {
    return { value: '', unit: '', exact: '', plainUnit: '', approx: null, approxText: null, ...rest };
  }
  const { value, unit, plainUnit, approx, approxText } = figure;
  return { value, unit, exact: exactText(figure), plainUnit, approx, approxText, ...rest, what: around(words, figure) };
}

/** The words around a figure, without it. */
function around(words: string, { start, end }: Span): string {
  return `${words.slice(0, start)}${words.slice(end)}`
    .replace(/[，。；、：\s]+/g, ' ')
    .trim()
    .slice(0, 300);
}
