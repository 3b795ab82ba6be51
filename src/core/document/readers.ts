import type { Page } from './page.ts';
import type { FactReading, MeetingReading, PlaceReading, TaskReading } from './reading.ts';

export type Gazetteer = object;
export const readMeeting = (_page: Page): MeetingReading | null => null;
export const readFacts = (_page: Page, _places: readonly PlaceReading[]): FactReading[] => [];
export const readPlaces = (_page: Page, _gazetteer: Gazetteer): PlaceReading[] => [];
export const readTasks = (_page: Page, _meeting: MeetingReading | null): TaskReading[] => [];
