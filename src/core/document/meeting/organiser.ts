import type { Page, Sentence } from '../page.ts';
import { bodyInName } from './meeting-name.ts';
import { personAtEnd } from './person.ts';
import type { Report } from './report.ts';
import { BODY_END } from './words.ts';

/** Who held the meeting: the words before 召开 where they name a body, else the body in the name; 我市 by the page's own headlines or publisher. */
export function organiserOf(report: Report, page: Page, headlines: readonly Sentence[]): string | null {
  const subject = leadBody(report.opening.subject.replace(/(?:作为|召集).*$/, '').replace(/（[^（）]*）$/, ''));
  const short = subject.length >= 2 && subject.length <= 6;
  const isPerson = personAtEnd(subject)?.role != null || /主持|同志|，/.test(subject);
  const isBody =
    !isPerson &&
    !/^(?:我们|咱们|他们|大家)$/.test(subject) &&
    subject.length <= 40 &&
    (short || BODY_END.test(subject) || /(?:部门|街道|委会|等)$/.test(subject));
  return isBody ? namedSelf(joinedBodies(subject), page, headlines) : bodyInName(report.name);
}

/** 党委 alone is that of the body whose secretary presides: 某指挥部党委书记主持召开党委会议 → 某指挥部党委. */
export function withBody(organiser: string | null, chairRole: string | null): string | null {
  if (organiser === null || !/^(?:党委|党组|党工委)$/.test(organiser)) return organiser;
  const body = new RegExp(`^(?<body>[^、，]{3,30}?)${organiser}(?:副)?书记`).exec(chairRole ?? '')?.groups?.body;
  return body === undefined ? organiser : `${body}${organiser}`;
}

/** Of a long list of bodies the one that leads: 甲部（乙局）联合丙部、丁部… → 甲部. */
function leadBody(subject: string): string {
  const [lead] = subject.split(/联合|会同/);
  const body = (lead ?? '').replace(/（[^（）]*）$/, '');
  return subject.length > 24 && body.length >= 2 && lead !== subject && BODY_END.test(body) ? body : subject;
}

/** Two bodies that hold a meeting together, as a list: 某局与某学院 → 某局、某学院. */
function joinedBodies(subject: string): string {
  const [first, second, ...more] = subject.split(/与|联合|会同/);
  if (first === undefined || second === undefined || more.length > 0) return subject;
  if (BODY_END.test(first) && BODY_END.test(second)) return `${first}、${second}`;
  return /会同/.test(subject) && BODY_END.test(first) ? first : subject;
}

const SELF = /^我(?<kind>[省市县区州旗局厅委校院行])$|^(?<school>学校|我校)$/;
const NOT_NAMED = /^(?:我|本|全|各|该|两|三|四|省|市|县|区)|和|与|、|召开|赴|对口|帮扶/;

/** 我县, 学校 by its name where exactly one of its kind holds the meeting in a headline or publishes the page; else as printed. */
function namedSelf(subject: string, page: Page, headlines: readonly Sentence[]): string {
  const self = SELF.exec(subject)?.groups;
  if (self === undefined) return subject;
  const kind = self.school === undefined && self.kind !== '校' ? (self.kind ?? '') : '(?:大学|学院|学校)';
  const held = new RegExp(`^(?<name>[一-龥]{1,12}${kind})(?:委|政府)?(?=召开|举行|举办|组织|部署|研究|20\\d\\d|第)`);
  const published = new RegExp(
    `(?:来源|主办|主办单位|版权所有|发布机构|作者)[:： ]*(?<name>[一-龥]{1,10}${kind})(?=人民政府|融媒体|委宣传|党委|党政|新闻|办公室|[\\s|。]|$)`,
  );
  const titles = [page.source.title ?? '', ...headlines.map((s) => s.text)];
  return (
    single(titles.map((t) => held.exec(t)?.groups?.name)) ??
    single(chromeOf(page).map((t) => published.exec(t)?.groups?.name)) ??
    subject
  );
}

function single(names: readonly (string | undefined)[]): string | null {
  const known = new Set(names.filter((name) => name !== undefined && name.length > 1 && !NOT_NAMED.test(name)));
  return known.size === 1 ? ([...known][0] ?? null) : null;
}

/** Short lines of what stands around the article. */
function chromeOf(page: Page): string[] {
  return page.source.blocks
    .filter((block) => block.kind === 'chrome' && block.end - block.start <= 200)
    .map((block) => page.source.text.slice(block.start, block.end));
}
