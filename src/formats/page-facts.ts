import { publishedDayOf } from '../core/document/published-day.ts';
import type { Block, ReadingWarning } from '../core/document/source.ts';
import { dayOf, parsePlainDate, plainDate, type Instant, type PlainDate } from '../core/kernel/plain-date.ts';

/** A date as front matter or a tag writes it (ISO, RFC 822, 2024年3月8日), as a day in Asia/Shanghai; null where it is none. */
export function dayFromStamp(stamp: string | null | undefined): PlainDate | null {
  if (stamp === null || stamp === undefined) return null;
  const text = stamp.trim().replace(/^["']|["']$/g, '');
  const local = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})/.exec(text);
  const zoned = /(?:Z|[+-]\d{2}:?\d{2}|GMT|UTC)\s*$/.test(text) && text.length > 12;
  if (local && !zoned) return plainDate(Number(local[1]), Number(local[2]), Number(local[3]));
  const time = zoned ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(time)) return dayOf(new Date(time).toISOString() as Instant);
  return parsePlainDate(text);
}

const DAY_TAGS = [
  'pubdate',
  'publishdate',
  'article:published_time',
  'og:published_time',
  'og:release_date',
  'datepublished',
  'publish_time',
  'publish-date',
  'dc.date',
  'weibo: article:create_at',
  'date',
  'releasedate',
  'createdate',
];

/** The day of publication by `<meta>` tags. */
export function dayFromMeta(meta: Map<string, string>): PlainDate | null {
  for (const name of DAY_TAGS) {
    const day = dayFromStamp(meta.get(name));
    if (day !== null) return day;
  }
  return null;
}

/** The day that the visible text states, with a warning where it rests on less than a printed date. */
export function dayFromText(
  text: string,
  blocks: readonly Block[],
  origin: string | null,
): { day: PlainDate | null; warnings: ReadingWarning[] } {
  const lines = blocks.map((b) => text.slice(b.start, b.end).trim());
  const found = publishedDayOf(lines, origin);
  if (found === null) return { day: null, warnings: [] };
  const warnings: ReadingWarning[] =
    found.basis === 'dateline'
      ? [{ code: 'document.published_from_dateline', detail: found.day, start: null, end: null }]
      : [];
  return { day: found.day, warnings };
}

/** A page title without the site's name behind it (标题_栏目_网站名). */
export function withoutSite(title: string): string {
  const parts = title
    .split(/\s*[_|｜–]\s*|\s+[-—]+\s+|-(?=[^-]*(?:网|政府|门户|频道|日报|在线)[^-]*$)/)
    .map((p) => p.trim());
  const head = parts[0] ?? '';
  return head.length >= 6 ? head : (parts.find((p) => p.length >= 6) ?? title);
}

/** Where the visible text says that it comes from (来源：…). */
export function originFromText(text: string, blocks: readonly Block[]): string | null {
  for (const block of [...blocks.slice(0, 40), ...blocks.slice(-15)]) {
    if (block.end - block.start > 160) continue;
    const m = /(?:来源|來源|信息来源|稿源)\s*[:：]\s*([^\s|·•，。；)）\]]{2,30})/.exec(
      text.slice(block.start, block.end),
    );
    if (m?.[1] !== undefined && !/^(作者|时间|发布)/.test(m[1])) return m[1];
  }
  return null;
}
