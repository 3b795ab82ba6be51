import type { Figure } from './figure.ts';
import { UNIT_FROM_NOUN } from './units.ts';
import { COUNTED_NOUN, SET_PHRASE, SLOGAN_NOUN, SPAN_AFTER, SPAN_BEFORE, SPAN_IS_WHEN } from './words.ts';

/** Whether a figure found by form states something about the work, judged by the words around it in its sentence. */
export function statesSomething(inText: Figure, whole: string): boolean {
  // A window keeps the work linear where a damaged text has one endless sentence.
  const from = Math.max(0, inText.start - 120);
  const text = whole.slice(from, inText.end + 120);
  const figure = {
    ...inText,
    start: inText.start - from,
    end: inText.end - from,
    numberStart: inText.numberStart - from,
  };
  const before = text.slice(Math.max(0, figure.start - 16), figure.start);
  const after = text.slice(figure.end, figure.end + 24);
  if (isOrdinal(figure, text, before) || isIndefinite(figure, text) || isDate(figure, text)) return false;
  if (inNameOrSlogan(text, figure) || isChrome(figure, text)) return false;
  if (isPointList(figure, before, after) || isAttendance(figure, before, after)) return false;
  if (sits(figure, before, text.slice(figure.end)) || isRegion(figure, before)) return false;
  if (figure.kind === 'chinese' && figure.exact.digits <= 10n && SET_PHRASE.test(figure.unit + after)) return false;
  if (
    figure.unit === '人' &&
    figure.kind === 'chinese' &&
    /(?:夫妻|夫妇|他们|她们|我们|咱们|父子|母女|母子|父女|兄弟|姐妹)$/.test(before)
  )
    return false;
  // A form with its numbers left out (xx镇x个村) states none, and what it still counts is only its wording.
  if (figure.kind === 'chinese' && /[xX×]{1,3}[镇村县乡户名个次人]/.test(text)) return false;
  if (figure.unit === '米' && /^以[上下]$/.test(figure.approxText ?? '') && /海拔[^，。]{0,4}$/.test(before))
    return false;
  if (figure.trust === 'span') return isSpanResult(figure, before, after);
  if (figure.plainUnit === '') return figure.scale > 0 && standsAlone(figure, after);
  if (figure.trust === 'arabic') return figure.kind === 'arabic' && arabicUnitFits(figure, before, after);
  if (figure.trust === 'loose') return looseFits(figure, before, after);
  return firmFits(figure, before, after);
}

/** 第一书记, 第3次, 前10名, 二期. */
function isOrdinal(figure: Figure, text: string, before: string): boolean {
  if (/第$/.test(before) || text.charAt(figure.numberStart - 1) === '第') return true;
  if (/(?:前|排名|排|名列|位居|位列|居)$/.test(before) && /^(?:名|位|家)$/.test(figure.unit)) return true;
  if (/(?:编号|文号|字|〕|］|\]|电话|邮编|热线)$/.test(before)) return true;
  return (
    figure.kind === 'chinese' &&
    /^[期批届]$/.test(figure.unit) &&
    !/(?:先后|共|累计|举办|开展|培训|组织|分|选派|派出)(?:了)?$/.test(before)
  );
}

/** 一批, 一个, 数十名, 这三个, 几百人. */
function isIndefinite(figure: Figure, text: string): boolean {
  const prior = text.charAt(figure.numberStart - 1);
  if (/[数几好各每某]/.test(prior) && figure.kind !== 'arabic') return true;
  // 两个100%, 6个200万: a slogan of equal parts.
  if (prior === '个' && /[\d两二三四五六七八九十]/.test(text.charAt(figure.numberStart - 2))) return true;
  if (figure.value === '一' && figure.scale === 0 && figure.unit !== '番') return true;
  if (
    /(?:这|那|该|上述|前述|其余|另外?)$/.test(text.slice(Math.max(0, figure.start - 2), figure.start)) &&
    figure.kind === 'chinese'
  )
    return true;
  if (figure.value === '0' && figure.plainUnit !== '%') return false;
  // 一户一策, 一对一
  return (
    figure.kind === 'chinese' &&
    figure.numberStart > 1 &&
    /^[一两]/.test(figure.value) &&
    /一$/.test(text.slice(0, figure.numberStart - 1)) &&
    text.slice(figure.numberStart - 2, figure.numberStart).length === 2 &&
    /^一[^，。]/.test(text.slice(figure.numberStart - 2))
  );
}

/** 2021年, 3点, 8:30, 2016-2018年. */
function isDate(figure: Figure, text: string): boolean {
  const next = text.charAt(figure.end);
  if (/\d[-/.]$/.test(text.slice(Math.max(0, figure.numberStart - 2), figure.numberStart))) return true;
  if (/^(?:19|20)\d\d$/.test(figure.value) && /^年/.test(figure.unit)) return true;
  if (/^(?:19|20)\d\d.(?:19|20)?\d\d/.test(figure.value) && /^年/.test(figure.unit)) return true;
  if (figure.unit === '分' && /[点时]$/.test(text.slice(0, figure.numberStart))) return true;
  if (figure.unit === '个' && /[月\d]/.test(next) && !/^月/.test(next)) return true;
  return (
    /[:：]\d{0,2}$/.test(text.slice(Math.max(0, figure.numberStart - 3), figure.numberStart)) &&
    /^\d\d$/.test(figure.value) &&
    figure.unit === '分'
  );
}

/** Inside 《…》, or inside short “…” that holds no clause of its own. */
function inNameOrSlogan(text: string, figure: Figure): boolean {
  const open = text.lastIndexOf('《', figure.numberStart);
  if (open >= 0 && text.lastIndexOf('》', figure.numberStart) < open && text.indexOf('》', figure.end) > 0) return true;
  const quote = text.lastIndexOf('“', figure.numberStart);
  if (quote < 0 || text.lastIndexOf('”', figure.numberStart) > quote) return false;
  const close = text.indexOf('”', figure.end - 1);
  if (close < 0) return false;
  const inner = text.slice(quote + 1, close);
  // “人均增收2000元” is a statement though it is short; “四个意识” is none.
  if (/^(?:元|亩|人次|公里|吨|千瓦|兆瓦)/.test(figure.plainUnit)) return false;
  return inner.length <= 24 && !/[，。！？；]/.test(inner);
}

/** 200余人参加会议, 应到32人: how many sat in a meeting says nothing of the work. */
function isAttendance(figure: Figure, before: string, after: string): boolean {
  if (!/^(?:人|名|位|人次)$/.test(figure.plainUnit)) return false;
  if (/(?:应到|实到|与会|参会)(?:人员|代表|人数)?(?:共|达|约)?$/.test(before)) return true;
  return (
    /^[^，。；]{0,10}(?:参会|与会|(?:参加|出席|列席)(?:了)?(?:本次|此次|这次)?(?:会议|大会|座谈会?|推进会|联席会|[^，。；]{0,8}(?:会议|座谈会|推进会|开班仪式|启动仪式|仪式))?)(?:[，。；]|$)/.test(
      after,
    ) && !/培训/.test(after.slice(0, 12))
  );
}

/** 之一, 共同召开, 参加会议的20个组织, 3位书记分别汇报了, 6家企业作了交流发言, 6家单位负责同志参加会议: who sat and spoke, not what was done. */
function sits(figure: Figure, before: string, after: string): boolean {
  if (!/^(?:家|位|个|名)$/.test(figure.plainUnit)) return false;
  if (/(?:参加|出席|列席)(?:会议|座谈会|大会|座谈)?的$/.test(before)) return true;
  if (/^[^，。；]{0,14}(?:分别|依次|先后)(?:作|做|进行|就|围绕|从)?[^，。；]{0,6}(?:汇报|发言|述职|介绍)/.test(after))
    return true;
  if (/^[^，。；]{0,30}(?:作|做|进行)了?[^，。；]{0,8}(?:发言|述职)/.test(after)) return true;
  if (/^[^，。；]{0,10}(?:共同|联合)(?:召开|举行|举办|印发|发布)/.test(after)) return true;
  // 第一批…的10个部委之一
  if (/^[^，。；]{0,20}之一(?:[，。；]|$)/.test(after)) return true;
  return /^[^。；]{0,50}(?:同志|负责人|代表|领导)[^。；]{0,30}(?:参会|(?:参加|出席|列席)了?(?:此次|本次)?(?:会议|座谈会|大会))/.test(
    after,
  );
}

/** 东部9省市, 东部4市: a part of the country by its usual name. */
function isRegion(figure: Figure, before: string): boolean {
  return /^(?:省|市|省市|省区市|省份)$/.test(figure.unit) && /[东西中]部(?:地区)?$/.test(before);
}

/** Counters and reading notes of the page itself. */
function isChrome(figure: Figure, text: string): boolean {
  const near = text.slice(Math.max(0, figure.start - 10), figure.end + 6);
  return (
    /(?:浏览|阅读|点击|访问|点赞|评论|转发|下载)(?:次数|量|数)?[：:]?$/.test(
      text.slice(Math.max(0, figure.start - 10), figure.start),
    ) || /字号|读完约|本篇文章/.test(near)
  );
}

/** 提出3点要求, 从四个方面, 七项重点工作. */
function isPointList(figure: Figure, before: string, after: string): boolean {
  if (figure.unit === '篇') return /(?:范文|计划|总结|优质|精选|汇总|通用|方案|推荐|最新|报告|热门)（?$/.test(before);
  if (!/^(?:点|条|项|个|大|方面|次)$/.test(figure.unit)) return false;
  if (
    /(?:提出|提|讲|强调|谈)(?:了|出)?$/.test(before) &&
    /^(?:方面|点|具体|重要|明确|工作|希望)*(?:的)?(?:要求|意见|建议|希望|看法|体会|内容)/.test(after)
  )
    return true;
  if (figure.unit === '点') return true;
  if (figure.unit === '个' && /^方面/.test(after)) return figure.kind !== 'arabic' || !/^方面\d/.test(after);
  return (
    (figure.unit === '个' || figure.unit === '项' || figure.unit === '条') &&
    SLOGAN_NOUN.test(after) &&
    figure.approx === null
  );
}

function isSpanResult(figure: Figure, before: string, after: string): boolean {
  if (SPAN_IS_WHEN.test(after)) return false;
  if (/(?:每|第|过去|未来|今后|最近|前)$/.test(before)) return false;
  if (/近$/.test(before) || figure.approxText === '近') return SPAN_AFTER.test(after);
  if (figure.approx !== null && !figure.unit.startsWith('年') && !figure.unit.startsWith('周年')) return true;
  return SPAN_BEFORE.test(before) || SPAN_AFTER.test(after);
}

/** A number with 万 or 亿 and no measure word must be followed by what it counts, not by a place or a slogan. */
function standsAlone(figure: Figure, after: string): boolean {
  if (/^(?:众|一|水|里|户千|分|无|象|物|大山)/.test(after)) return false;
  // 九万大山, 三亿…: Chinese numerals without a measure word count only people and things that are named right behind.
  if (figure.kind === 'chinese' && figure.approx === null)
    return UNIT_FROM_NOUN.some(([noun]) => noun.test(after.slice(0, 8)));
  return true;
}

function arabicUnitFits(figure: Figure, before: string, after: string): boolean {
  if (/^(?:县|市|区|省|州|镇|乡|村)$/.test(figure.unit)) return !/^(?:\d*[州区]|第)/.test(after);
  if (figure.unit === '度') return /电量?$/.test(before);
  if (figure.unit === '分') return /(?:得分|评分|满意度|考核|获|达|为|测评|成绩)$/.test(before);
  if (figure.unit === '节' || figure.unit === '层') return !/^[、，.]/.test(after);
  return true;
}

function looseFits(figure: Figure, before: string, after: string): boolean {
  if (/(?:分成|分为)(?:了)?$/.test(before)) return false;
  if (figure.kind === 'arabic') return !/^[级线版代排块站面队]$/.test(figure.unit) || /(?:支|建|共|达)$/.test(before);
  if (figure.kind === 'bare') return true;
  if (figure.approx !== null && figure.exact.digits >= 10n) return true;
  const noun = after.split(/[，。；、：（）“”《》]/)[0] ?? '';
  if (figure.unit === '个' && /^[一二三五十百]{1,2}年/.test(noun)) return false;
  if (figure.unit === '个') return COUNTED_NOUN.test(noun.slice(0, 8));
  if (figure.unit === '次')
    return COUNTED_NOUN.test(noun.slice(0, 4)) || /(?:先后|累计|共|召开|已|开展|组织|举办|赴|分)(?:了)?$/.test(before);
  if (figure.unit === '批') return /(?:先后|共|累计|分)$/.test(before);
  return figure.exact.digits > 10n;
}

/** 人, 名, 户, 元 … after a small Chinese numeral: not in 三人行, 两家人. */
function firmFits(figure: Figure, before: string, after: string): boolean {
  if (figure.unit === '处' && /^(?:副?处长|副?主任|[^，。；、]{0,4}调研员|干部|负责|科员)/.test(after)) return false;
  if (figure.unit === '成') return figure.approx !== null || /(?:占|占比|达|有)$/.test(before);
  if (figure.kind === 'arabic')
    return !(figure.unit === '人' && /^(?:小组|制|行|一组)/.test(after)) && !/一行$/.test(before);
  if (
    /^(?:门|面|道|片|块|部|条|单|副|首|包|架|把|双|根|孔|米|斤|里|家|位|份|件|起|处|头|张|元)$/.test(figure.unit) &&
    figure.kind === 'chinese' &&
    figure.exact.digits < 10n
  ) {
    return /^(?:家|位|件|处|份)$/.test(figure.unit) && after !== '' && !/^(?:人|[，。；、])/.test(after);
  }
  if (figure.unit === '人' && figure.kind === 'chinese') return !/^(?:行|成|一)/.test(after);
  return true;
}
