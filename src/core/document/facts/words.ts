import type { Approx } from '../reading.ts';

/** Markers that stand before a number, longest first within a group. */
export const MARKERS_BEFORE: readonly (readonly [string, Approx])[] = [
  ['不少于', 'at_least'],
  ['不低于', 'at_least'],
  ['不小于', 'at_least'],
  ['至少', 'at_least'],
  ['最少', 'at_least'],
  ['达到或超过', 'at_least'],
  ['不超过', 'at_most'],
  ['不高于', 'at_most'],
  ['不多于', 'at_most'],
  ['不大于', 'at_most'],
  ['至多', 'at_most'],
  ['最多', 'at_most'],
  ['未超过', 'at_most'],
  ['超过了', 'over'],
  ['突破了', 'over'],
  ['超过', 'over'],
  ['超出', 'over'],
  ['突破', 'over'],
  ['高于', 'over'],
  ['多于', 'over'],
  ['大于', 'over'],
  ['逾', 'over'],
  ['超', 'over'],
  ['不足', 'under'],
  ['不到', 'under'],
  ['未到', 'under'],
  ['低于', 'under'],
  ['少于', 'under'],
  ['将近', 'under'],
  ['接近', 'under'],
  ['近', 'under'],
  ['大约', 'about'],
  ['大概', 'about'],
  ['约为', 'about'],
  ['约合', 'about'],
  ['约有', 'about'],
  ['约达', 'about'],
  ['约', 'about'],
];

/** Words in which a one-character marker is no marker (签约23家, 节约50万元, 最近3次). */
export const NOT_A_MARKER = /(?:[签节集履违公合预邀条契缩]约|[最附临靠就亲邻邻远]近|[赶反]超)$/;

/** Markers right before a bare power word only (上亿, 过万, 成千). */
export const MARKERS_BEFORE_BARE: readonly (readonly [string, Approx])[] = [
  ['上', 'over'],
  ['过', 'over'],
  ['达', null],
];

/** Markers inside a figure: after the digits or after the scale (960多万, 3.88亿余元, 十来个). */
export const MARKERS_INSIDE: readonly (readonly [string, Approx])[] = [
  ['多', 'over'],
  ['余', 'over'],
  ['来', 'about'],
  ['几', 'over'],
];

/** Markers behind the unit. */
export const MARKERS_AFTER: readonly (readonly [string, Approx])[] = [
  ['及以上', 'at_least'],
  ['以上', 'at_least'],
  ['以下', 'at_most'],
  ['以内', 'at_most'],
  ['之内', 'at_most'],
  ['左右', 'about'],
  ['上下', 'about'],
  ['开外', 'over'],
  ['之多', null],
  ['不等', null],
  ['有余', 'over'],
  ['多', 'over'],
  ['余', 'over'],
];

/** What stands behind 个/项/条 … in a slogan or a list of points, not in a count of the work. */
export const SLOGAN_NOUN =
  /^(?:方面|意识|自信|维护|表率|确保|不[摘愁得准能让]|坚持|结合|层面|层次|阶段|环节|坚定|务必|如何|必须|转变|到位|精准|更[加高]?|全面|强化|关键|转型|统筹|带头|聚焦|突出|提升|抓好|牢记|清单|抓手|着力|覆盖|振兴|清零|大局|革命|一批|严格|一样|共同|落实|优化|深化|主动|加强|好|新|是|字|服从|相信|善作|离不开|有利于|倡导|文明|根本|问题上|维度|视角|角度|原则|要求|要点|保障|关系|(?:特|亮|痛|难|堵|焦|热|观|支)点|重点(?:工作|任务|领域|方面|环节|问题)?[，。；、]|专题[，。])/;

/** Set phrases of a small numeral, measure word and noun; tested from the measure word on (四套班子, 五位一体). */
export const SET_PHRASE =
  /^(?:套(?:领导)?班子|位一体|位数|支一扶|篇大?文章|张(?:大?网|牌|清单|表|图)|本账|把(?:钥匙|尺子|手)|座大?(?:山|高峰)|块(?:短板|硬骨头|牌子)|台大?戏|件大?(?:大事|事)|份答卷|级书记|支队伍|场(?:大)?(?:硬仗|胜仗|仗|战役|攻坚战|大考|战争)|家人|户一|人行|方面|双)/;

/** Things that a small Chinese numeral with 个/项/次 … may really count. */
export const COUNTED_NOUN =
  /(?:县|市|区|乡|镇|村|屯|省|州|旗|街道|社区|小区|点|基地|项目|工程|单位|部门|中心|平台|品牌|企业|合作社|公司|工作队|工作组|小组|车间|园|场|厂|馆|院|校|学校|班|站|所|室|库|棚|大棚|工坊|月|小时|百分点|国家|民族|家庭|支部|党组织|协会|商会|高校|医院|银行|分会|品种|产品|景区|农场|岗位|课题|案例|标准|专利|奖|荣誉|称号|政策|文件|方案|协议|订单|座谈会|活动|培训|会议|路段|桥|井|泵站|水库|批次|工作日|学期|队伍|团队|联盟|联合体|机构|社会组织)/;

/** Words that make a span of time (N年, N天) a result of the work. */
export const SPAN_BEFORE =
  /(?:驻村时间达到|时间达到|时间达|连续|持续|历经|走过|走过了|长达|历时|坚持|整整|连着|为期|累计|工期|驻点|在岗|住村|年均|人均|缩短|缩短到|缩短至|提前|延长|驻村|不少于|平均|已有|达|帮扶|扎根|坚守|奋战|奋斗)(?:了)?$/;

/** What behind a span of time makes it a result or a history (30多年的历程). */
export const SPAN_AFTER =
  /^(?:的)(?:艰苦|不懈|共同|持续)?(?:历程|历史|奋斗|努力|帮扶|坚守|扶贫|征程|接续|实践|探索|发展历程|时间里)/;

/** What behind a span of time makes it a date or a name (十年来, 5年过渡期). */
export const SPAN_IS_WHEN =
  /^(?:以?来|前|后|以前|以后|之?内|间|之间|期|度|底|初|末|中|级|生|过渡期|规划|行动|计划|目标|一[个遇])/;
