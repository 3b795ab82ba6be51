import type { Reading } from '../core/document/reading.ts';
import { cliWords, type Lang } from '../words/cli.ts';

/** A reading as a summary for people, a few lines a kind. */
export function readingText(file: string, reading: Reading, lang: Lang): string {
  const w = cliWords[lang];
  const { meeting } = reading;
  const lines = [
    file,
    `  ${w.title}  ${reading.title ?? w.none}`,
    `  ${w.publishedOn}  ${reading.publishedOn ?? w.none}`,
  ];
  if (meeting === null) lines.push(`  ${w.meeting}  ${w.none}`);
  else {
    lines.push(`  ${w.meeting}  ${meeting.name}`);
    lines.push(
      `    ${w.date} ${meeting.date ?? w.none}  ${w.chair} ${[meeting.chairRole, meeting.chair].filter((x) => x !== null).join(' ') || w.none}`,
    );
    for (const group of meeting.attendees) lines.push(`    ${group.category}  ${group.text}`);
    for (const item of meeting.agenda) lines.push(`    ${item.type}  ${item.title}`);
  }
  lines.push(`  ${w.facts} (${reading.facts.length})`);
  for (const f of reading.facts) {
    const figure = `${f.approxText ?? ''} ${f.value}${f.unit}`.trim();
    lines.push(
      `    ${figure}  ${f.what}${f.when ? `  ${f.when}` : ''}${f.where.length > 0 ? `  ${f.where.join('、')}` : ''}${f.planned ? `  ${w.planned}` : ''}`,
    );
  }
  lines.push(
    `  ${w.places} (${reading.places.length})  ${reading.places.map((p) => `${p.name} ${p.code}`).join('、')}`,
  );
  lines.push(`  ${w.tasks} (${reading.tasks.length})`);
  for (const t of reading.tasks)
    lines.push(`    [${t.line}] ${t.speaker ? `${t.speaker}：` : ''}${t.quote}${t.due ? `  ${w.due} ${t.due}` : ''}`);
  for (const warning of reading.warnings) lines.push(`  ! ${w.warning(warning.code, warning.detail)}`);
  return `${lines.join('\n')}\n`;
}
