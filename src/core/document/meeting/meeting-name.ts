import { smallNumber } from './text.ts';
import { AFTER_NAME, JOINS_NAMES, NOT_A_MEETING } from './words.ts';

/** A name found after 召开; `end` is the offset just behind it. */
export interface FoundName {
  name: string;
  end: number;
}

const LONGEST_NAME = 80;

/** The ends of all meeting nouns in the words (just behind 会 or 会议), in order. */
function nounEnds(masked: string): number[] {
  const out: number[] = [];
  for (let i = 1; i < masked.length; i += 1) {
    if (masked.charAt(i) !== '会') continue;
    const head = masked.slice(Math.max(0, i - 6), i);
    const another = NOT_A_MEETING.some((w) => head.endsWith(w)) && !/次(?:促进|研究|学习)$/.test(masked.slice(0, i));
    if (another && masked.charAt(i + 1) !== '议') continue;
    if (masked.charAt(i + 1) === '议') {
      if (!/^(?:中心|室|厅|纪要|通知)/.test(masked.slice(i + 2))) out.push(i + 2);
    } else if (/[\u4e00-\u9fff）]$/.test(head)) out.push(i + 1);
  }
  if (/^会议(?!中心|室|厅)/.test(masked)) out.unshift(2);
  return out;
}

/** The name that begins the words (after 召开了); null where no meeting is named there. */
export function nameAfter(text: string, masked: string): FoundName | null {
  if (/^\d{0,4}[多余]?(?:次|场|轮|期|个)/.test(masked) && !/^\d+次(?:会|全)/.test(masked)) return null;
  const quoted = quotedName(text);
  if (quoted !== null) return quoted;
  const ends = nounEnds(masked);
  for (let k = 0; k < ends.length; k += 1) {
    const end = ends[k] ?? 0;
    const rest = masked.slice(end);
    const joined = JOINS_NAMES.exec(rest);
    const next = ends[k + 1];
    if (joined && next !== undefined && !/传达|学习|听取|审议/.test(masked.slice(end, next))) continue;
    if (!AFTER_NAME.test(rest)) continue;
    if (end > LONGEST_NAME) return null;
    if (/^[^会]{0,4}部署会|^推进会|^专题/.test(rest) && next !== undefined && AFTER_NAME.test(masked.slice(next)))
      continue;
    return { name: trimName(text.slice(0, end)), end };
  }
  return null;
}

/** A name set in quotes, with a year before them: 2019年“某校…推进会”. */
function quotedName(text: string): FoundName | null {
  const match = /^(\d{4}年度?)?“([^”]{4,60}会(?:议)?)”/.exec(text);
  if (!match) return null;
  const name = match[1] === undefined ? (match[2] ?? '') : match[0];
  return { name, end: match[0].length };
}

/** The name that ends the words (before 在某地召开); `rest` is what stands before it. */
export function nameBefore(text: string, masked: string): { name: string; rest: string } | null {
  const cut = beforePlace(masked);
  if (cut === null) return null;
  const quoted = /“([^”]{4,60}会(?:议)?)”$/.exec(text.slice(0, cut));
  if (quoted) return { name: quoted[1] ?? '', rest: text.slice(0, quoted.index) };
  const start = nameStart(masked.slice(0, cut));
  const name = trimName(text.slice(start, cut));
  return name.length < 3 ? null : { name, rest: text.slice(0, start) };
}

/** Where the meeting noun ends once place and manner before 召开 are taken off; null where no noun is there. */
function beforePlace(masked: string): number | null {
  for (const end of nounEnds(masked)) {
    const tail = masked.slice(end);
    if (
      tail === '' ||
      /^(?:昨日|今日|今天|近日|日前|\d{1,2}月\d{1,2}日|上午|下午|在|于|以|由|通过|采取|顺利|隆重|成功|如期|正式|胜利|圆满|线上|今|昨|，)/.test(
        tail,
      )
    )
      return end;
  }
  return null;
}

const LEAD = new RegExp(
  '^.*(?:[报网社台闻刊]讯|日[电讯]|讯(?=（|【|\\d)|电(?=（)|消息(?=\\d))(?:（[^（）]*）|【[^【】]*】)?|' +
    '^（[^（）]*）|^(?:原标题：|会上|据悉|本报讯|本网讯)|' +
    '^(?:\\d{4}年)?\\d{1,2}月\\d{1,2}日(?:(?:至|—|-|到)(?:\\d{1,2}月)?\\d{1,2}日)?(?:凌晨|上午|中午|下午|晚上|晚)?(?:\\d{1,2}(?:时|点)(?:\\d{1,2}分|半)?|\\d{1,2}[:：]\\d{2})?|' +
    '^\\d{1,2}日(?:上午|下午|晚上|晚)?|^(?:昨日|昨天|今日|今天|近日|日前|近期|最近|昨（\\d+日?）日?|昨)(?:上午|下午|晚上|晚)?|' +
    '^由[^，。；]{2,40}?(?:主办|承办|组织|牵头|联合主办|举办|召集|发起)的?|^在[^，。；]{2,30}?，|^[，、：\\s]+',
);

/** Where the name begins once dateline, date and organiser clauses are taken off the front. */
function nameStart(masked: string): number {
  let at = 0;
  for (let i = 0; i < 6; i += 1) {
    const match = LEAD.exec(masked.slice(at));
    if (!match || match[0] === '') break;
    at += match[0].length;
  }
  return at;
}

/** The name without stray words at its ends. */
export function trimName(name: string): string {
  return name
    .replace(/^[，、：；\s]+|[，、：；\s]+$/g, '')
    .replace(/^(?:了|本次|此次|这次|一次|首场|有关)/, '')
    .replace(/^“([^“”]*)”$/, '$1');
}

const KINDS =
  /^(?:专题|工作|视频|紧急|全体|扩大|调度|部署|推进|座谈|现场|协调|专项|交流|见面|对接|动员|调研|总结|汇报|研讨|碰头|联席|）|（|小组|□)*(?:会|会议)$/;

/** Whether the words name no particular meeting (会议, 座谈会, 专题会议). */
export function isGeneric(name: string): boolean {
  return (
    name.length <= 3 ||
    KINDS.test(name) ||
    /^(?:\d{4}年度?)?第[零〇一二两三四五六七八九十百\d]{1,5}次(?:全体|扩大|（扩大）|工作|专题)*会议?$/.test(name)
  );
}

/** The number in 第N次 or 第N届…: null where the name has none. */
export function ordinalOf(name: string): number | null {
  const matches = [...name.matchAll(/第([零〇一二两三四五六七八九十百\d]{1,5})次/g)];
  const last = matches[matches.length - 1];
  if (last?.[1] !== undefined) return smallNumber(last[1]);
  const session = /第([零〇一二两三四五六七八九十百\d]{1,5})届/.exec(name);
  if (session?.[1] !== undefined) return smallNumber(session[1]);
  return /首次/.test(name) ? 1 : null;
}

const GROUP = /^(?:(?!年|会议|暨).){2,30}?(?:领导小组|委员会|指挥部|常委会|常委|党委|党组(?!织))/;
const BODY =
  /^(?:(?!定点|对口|工作|东西部|扶贫|乡村|脱贫|巩固).){1,20}?(?:局|厅|委|(?<![干东西中南北全内])部(?!门|分|署|长)|医院|学院|研究院|公司|集团|大学|银行|政府|办公室)(?!长|员|校|分)(?:党组|党委)?(?!织)/;

/** The body that the name begins with (国家发展改革委…会议 → 国家发展改革委), where it shows; else null. */
export function bodyInName(name: string): string | null {
  const bare = name.replace(/^(?:\d{4}年度?)?“?/, '');
  const body = BODY.exec(bare)?.[0] ?? null;
  const group = GROUP.exec(bare)?.[0] ?? null;
  if (body === null || (group !== null && /^(?:省|市|县|区|州|旗)委$/.test(body))) return group ?? body;
  return body;
}
