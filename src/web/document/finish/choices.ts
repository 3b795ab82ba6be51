import type { Item } from '../../../contract/document.ts';
import { fill } from '../../../words/words.ts';
import type { DocumentData } from '../review/use-review.ts';

/** What a person chose so far; null: not chosen yet. */
export interface Choices {
  meeting: 'new' | { same: string } | null;
  plan: 'new' | 'into' | 'none' | null;
  year: number | null;
  title: string;
  into: string | null;
}

/** The body of the acceptance without the act's id. */
export interface AcceptBody {
  meeting: 'new' | { same: string };
  plan: { new: { year: number; title: string } } | { into: string } | null;
}

/** Items of a kind that are accepted. */
export const acceptedOf = (document: DocumentData, kind: Item['kind']): Item[] =>
  document.list.filter((item) => item.kind === kind && item.state === 'accepted');

/** What the document proposes; where something like it is there already, the person has to choose. */
export function firstChoices(document: DocumentData, titleOf: string): Choices {
  const { planYear, planTitle, drafts, meetings } = document.proposes;
  const tasks = acceptedOf(document, 'task').length;
  const rival = drafts.some((draft) => draft.year === planYear || draft.title === planTitle);
  const year = planYear ?? null;
  return {
    meeting: meetings.length === 0 || acceptedOf(document, 'meeting').length === 0 ? 'new' : null,
    plan: tasks === 0 ? 'none' : rival ? null : 'new',
    year,
    title: planTitle ?? (year === null ? '' : fill(titleOf, { year })),
    into: drafts.find((draft) => draft.year === planYear)?.id ?? null,
  };
}

/** The choices as the server takes them; null while something is left to choose. */
export function bodyOf({ meeting, plan, year, title, into }: Choices): AcceptBody | null {
  if (meeting === null || plan === null) return null;
  if (plan === 'none') return { meeting, plan: null };
  if (plan === 'into') return into === null ? null : { meeting, plan: { into } };
  return year === null || title.trim() === '' ? null : { meeting, plan: { new: { year, title: title.trim() } } };
}
