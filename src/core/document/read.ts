import { doubtDamaged } from './damage.ts';
import type { Page } from './page.ts';
import { readFacts } from './facts/read-facts.ts';
import { readMeeting } from './meeting/read-meeting.ts';
import { readPlaces } from './places/read-places.ts';
import { readTasks } from './tasks/read-tasks.ts';
import type { Gazetteer } from '../place/gazetteer.ts';
import type { Quoted, Reading } from './reading.ts';

/** Version of the reading rules; raised whenever the same text may be read otherwise. A document keeps the one it was read by. */
export const RULES_VERSION = '1';

/** What the readers know of the world beside the page. */
export interface World {
  gazetteer: Gazetteer | null;
}

/** A point of the reading that has been reached; for benches. */
export type Stage = 'places' | 'meeting' | 'facts' | 'tasks';

/** Reads all that a page says. Pure. `reached` is told when a stage is done. */
export function readPage(page: Page, world: World, reached: (stage: Stage) => void = () => {}): Reading {
  const places = world.gazetteer === null ? [] : readPlaces(page, world.gazetteer);
  reached('places');
  const meeting = readMeeting(page);
  reached('meeting');
  const facts = readFacts(page, places);
  reached('facts');
  const tasks = readTasks(page, meeting);
  reached('tasks');
  const { title, publishedOn, warnings } = page.source;
  const doubted = <T extends Quoted>(items: T[]): T[] => doubtDamaged(items, warnings);
  return {
    title,
    publishedOn,
    meeting,
    facts: doubted(facts),
    places: doubted(places),
    tasks: doubted(tasks),
    warnings,
  };
}
