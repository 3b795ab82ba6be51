/** What a line at the head of minutes tells. */
export type MinutesLabel = 'time' | 'place' | 'chair' | 'attend' | 'absent' | 'record' | 'agenda' | 'name';

/** A labelled line: what it tells and the offset in the line where that begins. */
export interface Labelled {
  label: MinutesLabel;
  /** The label as printed, blanks and 会议 apart. */
  word: string;
  at: number;
}

const LABELS: readonly (readonly [MinutesLabel, RegExp])[] = [
  ['time', /^(?:会议|开会)?(时间|日期)[：:]/],
  ['place', /^(?:会议|开会)?(地点)[：:]/],
  ['chair', /^(?:会议)?(主持人?)[：:]/],
  [
    'attend',
    /^(参会人员|参加人员|与会人员|出席人员|出席领导|参加会议人员|参会单位|参加单位|出席|参加|列席人员|列席|参会)[：:]/,
  ],
  ['absent', /^(缺席人员|缺席|请假人员|请假)[：:]/],
  ['record', /^(?:会议)?(记录人员|记录人|记录|整理)[：:]/],
  ['agenda', /^(?:会议|主要)?(议题|议程|会议内容|内容)[：:]/],
  ['name', /^(会议名称|会议主题|主题)[：:]/],
];

/** What a line of minutes is labelled as (主持人：某某, 会议议题：…); null for any other line. Blanks inside the label are allowed. */
export function labelOf(line: string): Labelled | null {
  const head = /^[^：:]{2,12}[：:]/.exec(line)?.[0];
  if (head === undefined) return null;
  const bare = head.replace(/\s/g, '');
  for (const [label, pattern] of LABELS) {
    const word = pattern.exec(bare)?.[1];
    if (word !== undefined) return { label, word, at: head.length };
  }
  return null;
}

/**
 * The lines of a page that are the head of minutes: labels of at least three kinds, who presided or what was on the
 * agenda among them, each within three lines of the one before. Empty where the page has none.
 */
export function minutesHead(lines: readonly string[]): Map<number, Labelled> {
  const found: [number, Labelled][] = [];
  lines.slice(0, 60).forEach((line, i) => {
    const labelled = labelOf(line);
    const last = found.at(-1)?.[0];
    if (labelled !== null && (last === undefined || i - last <= 3 || found.length < 2)) found.push([i, labelled]);
  });
  const kinds = new Set(found.map(([, { label }]) => label));
  return kinds.size >= 3 && (kinds.has('chair') || kinds.has('agenda')) ? new Map(found) : new Map<number, Labelled>();
}
