import type { Quoted, Reading } from '../core/document/reading.ts';
import type { SourceText } from '../core/document/source.ts';
import { originalRange } from '../formats/original-range.ts';

/** The JSON face of a reading, one object a file; positions are UTF-16 units of the decoded original file. */
export function readingJson(file: string, reading: Reading, source: SourceText, decoded: string): object {
  const place = <T extends Quoted>(item: T): T => ({
    ...item,
    ...originalRange(source, decoded, item.start, item.end),
  });
  const { meeting } = reading;
  return {
    file,
    title: reading.title,
    publishedOn: reading.publishedOn,
    meeting: meeting && {
      ...place(meeting),
      attendees: meeting.attendees.map(place),
      agenda: meeting.agenda.map(place),
    },
    facts: reading.facts.map(({ approx, approxText, figure: _figure, ...fact }) => ({
      ...place({ ...fact, approx: approxText, approxKind: approx }),
      twinOf: fact.twinOf === null ? null : originalRange(source, decoded, fact.twinOf, fact.twinOf + 1).start,
    })),
    places: reading.places.map(({ mentions: _mentions, ...one }) => place(one)),
    tasks: reading.tasks.map(place),
    warnings: reading.warnings.map((w) =>
      w.start === null ? w : { ...w, ...originalRange(source, decoded, w.start, w.end ?? w.start) },
    ),
  };
}
