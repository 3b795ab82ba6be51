/** Words that make what follows a plan, a promise or a demand; each must stand as a verb, not inside a name. */
const PLAN =
  /(?:拟|力争|争取|(?<!完成)承诺(?!任务|指标|书|的|目标)|预计|计划(?!生育|书|的|已|完成|任务|内|外|[、。；）”》等])|规划(?!的|了|资金|总额|[、。；）”》等]|[局院馆部处师])|有望|打算|务必|目标(?:任务)?(?:是|为|：)|(?:建成|投产|达产|完工|竣工|投用)后，?(?=预计|可|将|能|每年可)|下一步|下阶段|明年|未来|即将|不少于|不低于|原则上|每[年月季周].{0,6}(?:至少|不少于|不低于)|要(?!求|点|素|闻|道|领|害|件|务|职|紧)|将(?=继续|定点|结对|对口|投|达|实|新|建|在|于|为|有|再|完|帮|培|引|采|购|组|开|选|派|重|进|全|按|安|对|通|从|用|分|力|支持|推|带|形|累|超|覆|惠|增|提|受|吸|解|改|可|会|筹|落|支持))/g;
/** Words that make what follows done. */
const DONE =
  /(?:已(?!经济)|累计(?!投入.{0,6}不[少低])|完成了|实现了|截至|截止|目前|了(?=\d|[一二三四五六七八九十近约超])|共(?=投|选|派|培|引|购|实|帮|建|有|举|开|发|落|组)|先后|超额完成|实际|现有|去年|上年|以来|增长了|同比)/g;
/** 计划 and 规划 as parts of names (年度计划, 培养计划). */
const PLAN_NAME =
  /(?:工作|年度|行动|培养|培训|实施|帮扶|发展|五年|专项|支持|三年|脱贫|资金|月|人才|书|“[^”]*|《[^》]*)$/;
/** A heading that makes its section a plan. */
export const PLAN_HEADING =
  /计划|打算|下一步|下步|(?<![明定紧盯锚])目标|任务|安排|举措|措施|思路|(?<!完成)承诺(?!任务|指标|书|的|目标)|展望/;
/** A heading that makes its section a report. */
export const DONE_HEADING = /成效|情况|回顾|总结|做法|进展|现状|成绩|完成|概况|综述|问题|经验|亮点|评价/;

/** Whether the text up to a figure, and the few words behind it, say that it is planned; `base` is what the section says. */
export function isPlanned(before: string, after: string, base: boolean): boolean {
  const bracket = before.lastIndexOf('（');
  if (bracket > before.lastIndexOf('）')) {
    const inner = before.slice(bracket + 1);
    if (/计划|目标|预计|拟/.test(inner)) return true;
  }
  // What stands inside a closed bracket says nothing of what follows it.
  const open = before.replace(/（[^）]*）/g, (m) => '　'.repeat(m.length));
  const plan = lastOf(
    open,
    PLAN,
    (text, at, word) =>
      !(/^(?:计|规)划/.test(word) && PLAN_NAME.test(text.slice(0, at))) &&
      !/[主重需必只首纪摘概简紧扼提]要$/.test(text.slice(0, at + 1)),
  );
  const done = lastOf(open, DONE, () => true);
  if (/^(?:的)?(?:目标|任务(?:目标)?)/.test(after) && plan < 0 && done < 0) return true;
  const ensured = lastOf(open, /确保/g, () => true);
  if (plan < 0 && done < 0) return base || (ensured >= 0 && !/始终|一直/.test(open.slice(ensured)));
  if (plan < 0) return false;
  if (done < 0) return true;
  return plan > done;
}

function lastOf(text: string, pattern: RegExp, accept: (text: string, at: number, word: string) => boolean): number {
  let last = -1;
  for (const m of text.matchAll(pattern)) if (accept(text, m.index, m[0])) last = m.index;
  return last;
}
