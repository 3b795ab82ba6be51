import type { placeZh } from '../zh-CN/place.ts';

/** Divisions. */
export const placeEn: typeof placeZh = {
  title: 'Divisions',
  lead: 'From province to village, with renames and lists; the data come with the product.',
  find: 'Characters, pinyin initials or code',
  findHint: 'e.g. 灵寿, lsx, 130126',
  below: 'Below',
  belowEmpty: 'Nothing below.',
  names: 'Names through time',
  flags: 'Lists',
  noFlags: 'On none of the lists recorded.',
  filterBelow: 'Filter what is below',
  level: 'Level',
  provinces: 'Provinces',
  results: 'Found',
  current: 'today',
  onlyToday: 'No rename recorded.',
};
