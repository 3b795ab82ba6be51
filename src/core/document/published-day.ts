import { minutesHead } from './minutes-lines.ts';
import { plainDate, type PlainDate } from '../kernel/plain-date.ts';

const FULL = /((?:19|20)\d{2})\s*(?:[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{1,2})(?!\d)|年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日)/;
const WITH_LABEL = new RegExp(
  `(?:发布|發布|发表|更新|发稿|刊发|日期|来源|來源)[^0-9\\n]{0,24}${FULL.source}|${FULL.source}\\s*(?:印发|发布|发稿)`,
);
const WITH_CLOCK = new RegExp(`${FULL.source}\\s*(?:[T日]?\\s*\\d{1,2}\\s*[:：]\\s*\\d{2}|星期|来源|來源)`);
/** 时间：2018-11-20 in a line of its own or beside other labels of the page; 会议时间 says when a meeting sat. */
const WITH_TIME_LABEL =
  /(?:^|\s|[|【[])[时時][间間]\s*[:：]\s*((?:19|20)\d{2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{1,2})(?!\d)(?=\s*$|[^一-龥]{0,12}(?:\s|\|)*(?:作者|[来來]源|[浏瀏][览覽]|点击|阅读|[责責]任[编編][辑輯]|[编編][辑輯]|访问|字[号號]|发布))/;
/** 20-11-25 11:49 before or behind a label of the page: a year of two digits needs both. */
const SHORT_YEAR =
  /(?<![\d-])(\d{2})-(\d{1,2})-(\d{1,2})\s+\d{1,2}[:：]\d{2}(?=.{0,24}(?:来源|作者|编辑|浏览|阅读|点击|发布|责编))/;
/** 21.09.2017 20:49, the day first. */
const DAY_FIRST = /^\s*(\d{1,2})\.(\d{1,2})\.((?:19|20)\d{2})(?:\s+\d{1,2}[:：]\d{2})?\s*$/;
const DATELINE = /(?:网|社|报|频道|台|讯)[^\d\n。]{0,8}(\d{1,2})\s*月\s*(\d{1,2})\s*日\s*[电讯]/;

/** The day that a text is published on, as it prints it, with what the day rests on. */
export interface PublishedDay {
  day: PlainDate;
  basis: 'label' | 'clock' | 'line' | 'dateline';
}

/**
 * Finds the day of publication in lines of a page: a labelled date (发布日期：…), a date with a clock time, a short line
 * that is little but a date, a dateline (北京7月26日电) with the year of the line or of the page's address; null where the page states none. An address alone is no statement.
 */
export function publishedDayOf(lines: readonly string[], origin: string | null): PublishedDay | null {
  // When a meeting sat is not when its minutes were published.
  const minutes = minutesHead(lines);
  const short = lines.filter((line, i) => !minutes.has(i) && line.length > 0 && line.length <= 160);
  const head = [...short.slice(0, 40), ...short.slice(-15)];
  return (
    first(head, WITH_LABEL, 'label') ??
    first(head, WITH_CLOCK, 'clock') ??
    first(head, WITH_TIME_LABEL, 'label') ??
    oddly(head) ??
    first(
      head.filter((line) => isDateLine(line)),
      FULL,
      'line',
    ) ??
    dateline(lines, origin)
  );
}

function first(lines: readonly string[], pattern: RegExp, basis: PublishedDay['basis']): PublishedDay | null {
  for (const line of lines) {
    const m = pattern.exec(line);
    const day = m ? dayFrom(m) : null;
    if (day !== null) return { day, basis };
  }
  return null;
}

/** A year of two digits, or the day before the month. */
function oddly(lines: readonly string[]): PublishedDay | null {
  for (const line of lines) {
    const short = SHORT_YEAR.exec(line);
    const turned = DAY_FIRST.exec(line);
    const day = short
      ? plainDate(2000 + Number(short[1]), Number(short[2]), Number(short[3]))
      : turned
        ? plainDate(Number(turned[3]), Number(turned[2]), Number(turned[1]))
        : null;
    if (day !== null) return { day, basis: 'clock' };
  }
  return null;
}

function dayFrom(m: RegExpExecArray): PlainDate | null {
  const [year, month, day] = (m.slice(1) as (string | undefined)[]).filter((part) => part !== undefined);
  return plainDate(Number(year), Number(month), Number(day));
}

/** A line that is no sentence and holds little but a full date. */
function isDateLine(line: string): boolean {
  const m = FULL.exec(line);
  if (m === null || /[。；]/.test(line)) return false;
  const rest = line.replace(FULL, '').replace(/[\s()（）\-—|]/g, '');
  return rest.length <= 12 && !/召开|会议|以来|至|时间|地点/.test(rest);
}

function dateline(lines: readonly string[], origin: string | null): PublishedDay | null {
  for (const line of lines.slice(0, 60)) {
    const m = DATELINE.exec(line.slice(0, 60));
    if (m === null) continue;
    const year = /((?:19|20)\d{2})\s*年/.exec(line.slice(0, 20))?.[1] ?? yearOf(origin);
    const day = year === null ? null : plainDate(Number(year), Number(m[1]), Number(m[2]));
    if (day !== null) return { day, basis: 'dateline' };
  }
  return null;
}

function yearOf(origin: string | null): string | null {
  return origin === null ? null : (/\/(?:t|art_)?((?:20)\d{2})(?:[-/_]|\d{2,4}[/_])/.exec(origin)?.[1] ?? null);
}
