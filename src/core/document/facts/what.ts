import type { Figure } from './figure.ts';

/** Where a clause begins or ends. */
const CLAUSE_END = /[，。；：！？（）\n]/;
/** Words that open a predicate; before them stands the thing that an earlier figure counted (24家中央单位|共选派50名). */
const PREDICATE =
  /共|累计|已|(?<![人户县亩年平村])均|分别|先后|还|并|选派|派出|派驻|投入|投资|引进|培训|购买|采购|销售|帮助|帮销|实施|建成|建设|新建|完成|落实|覆盖|带动|吸纳|惠及|实现|参与|参加|结对|开展|举办|组织|达|占|(?<!新)增|减|发放|捐|挂任|挂职|担任|承担|受益|就业|打造|签|(?:帮扶|支援|支持|脱贫|搬迁|资助)(?![县村户人地群单干对企车基资项产工任学国].)/;
const LEAD =
  /^(?:[一二三四五六七八九十]{1,2}[是要]|其中|这些|这|同时|此外|另外|并且|并|还|且|而|以及|及|和|与|、|的|了|也|又|再|据统计|据了解|据介绍|目前|共计|合计|总计|一共|分别|均)+/;
const TAIL =
  /(?:(?:增长|提高|增加|上升|下降|减少)?[到至从由]?(?:19|20)\d\d年的?|达到?了?|达|为|是|有|共有|共计|合计|总计|共|到|至|了|超|的|计|分别|分别为|分别达|[、，：])$/;
/** A predicate that says nothing without its subject. */
const NEEDS_SUBJECT =
  /^(?:(?:19|20)\d\d(?:年度?)?(?:[—–\-至到]+(?:(?:19|20)\d\d)?年?度?)?$|较|比|同比|环比|增幅|增长|增速|年均|占|占比|提高|下降|降|增加|减少|上升|达|其中|平均|总额|总量|面积|总投资|人均|户均|年|每)/;

/** What a figure counts: `what` to show, `own` the words of its own clause, from which a later clause takes its subject. */
export interface What {
  what: string;
  own: string;
}

/** What the figure counts, in the words of its sentence: words before and behind it, its subject where they leave it out. */
export function whatOf(text: string, figures: readonly Figure[], index: number, earlier: string): What {
  const figure = figures[index];
  if (!figure) return { what: '', own: '' };
  const previous = figures[index - 1];
  const before = wordsBefore(text, figure, previous);
  const after = wordsAfter(text, figure, figures[index + 1]);
  const subject = earlier !== '' ? subjectOf(earlier) : clauseBefore(text, figure.start);
  const beside = previous !== undefined && figure.start - previous.end <= 1;
  if (before === '' && (after === '' || beside)) return { what: trim(subject + after), own: subject };
  if (NEEDS_SUBJECT.test(before) || (before === '' && after.length < 3)) {
    if (subject !== '' && !before.includes(subject)) return { what: trim(subject + before + after), own: subject };
  }
  const owner = PREDICATE.exec(before)?.index === 0 ? clauseOwner(text, figure.start, previous) : '';
  const what = trim(owner + before + after);
  return { what, own: what };
}

/** Who does it, where the clause before says only that (华能集团对口支援尖扎县，|落实帮扶资金5770万元). */
function clauseOwner(text: string, at: number, previous: Figure | undefined): string {
  const head = text.slice(Math.max(0, at - 120), at);
  const shift = Math.max(0, at - 120);
  const comma = head.lastIndexOf('，');
  if (comma < 0 || /[；。！？]/.test(head.slice(comma))) return '';
  const from =
    Math.max(head.lastIndexOf('，', comma - 1), head.lastIndexOf('；', comma), head.lastIndexOf('：', comma)) + 1;
  const words = head.slice(from, comma);
  if (
    words.length > 24 ||
    words.length < 4 ||
    /\d|[”》（]|^据/.test(words) ||
    (previous && previous.end > from + shift)
  )
    return '';
  return clean(words);
}

function wordsBefore(text: string, figure: Figure, previous: Figure | undefined): string {
  let start = figure.start;
  while (start > 0 && figure.start - start < 48 && !CLAUSE_END.test(text.charAt(start - 1))) start -= 1;
  // 其中（计划资金29.2亿元）约22亿元: the words before the bracket are the words of the figure behind it.
  if (start === figure.start && text.charAt(start - 1) === '）')
    return wordsBefore(text, { ...figure, start: text.lastIndexOf('（', start) }, undefined);
  let words = text.slice(start, figure.start);
  if (previous && previous.end > start) {
    const between = text.slice(previous.end, figure.start);
    const verb = PREDICATE.exec(between);
    words = verb ? between.slice(verb.index) : between.replace(/^.*、/, '');
  }
  return clean(words);
}

function wordsAfter(text: string, figure: Figure, next: Figure | undefined): string {
  let end = figure.end;
  while (end < text.length && end - figure.end < 28 && !CLAUSE_END.test(text.charAt(end))) end += 1;
  let words = text.slice(figure.end, end);
  if (next && next.start < end) {
    words = text.slice(figure.end, next.start);
    const verb = PREDICATE.exec(words.slice(1));
    if (verb) words = words.slice(0, verb.index + 1);
    words = words.replace(/[、和及与].*$/, '');
  }
  return words.replace(/^的/, '').replace(/[、“]$/, '');
}

function clean(words: string): string {
  let out = words.replace(/^[”’》]+/, '');
  for (let i = 0; i < 3; i += 1) out = out.replace(LEAD, '').replace(TAIL, '');
  return out;
}

function trim(words: string): string {
  return words.length > 60 ? words.slice(words.length - 60) : words;
}

function subjectOf(earlier: string): string {
  return earlier.replace(/(?:较|比|同比|增幅|增长|增速|占比|从|由|减少到|下降到|降到).*$/, '');
}

/** The words of the clause before the one the figure stands in. */
function clauseBefore(text: string, at: number): string {
  const parts = text.slice(Math.max(0, at - 80), at).split(/[，。；：！？（）\n]/);
  return clean(parts.at(-1) === '' || parts.length < 2 ? (parts.at(-2) ?? '') : (parts.at(-2) ?? ''));
}
