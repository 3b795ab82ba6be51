import type { AgendaType } from '../reading.ts';

/** Verbs that say a meeting took place; the name follows them or stands before them. */
export const HOLD_VERBS = ['召开', '举行', '举办', '召集'] as const;

/** What stands before 召开 where no meeting of this text took place: plans, rules, counts. */
export const NOT_HELD_BEFORE = /(?:将|拟|要|应|须|需|可|未|不|每年|每月|每季度|每半年|定期|适时|及时|计划|准备|至少|原则上|多次|先后|累计|共|通过|坚持|根据|按照|筹备|如期|连续|层层|分别|逐级|迎接|喜迎)(?:组织|主持|联合|专题)?$/;

/** What stands after 召开 where the meeting is only mentioned. */
export const NOT_HELD_AFTER = /^(?:以来|之后|后|前|之前|期间|时|之际|在即|情况|的)/;

/** Two-character heads before 会 that make it something other than a meeting. */
export const NOT_A_MEETING = [
  '委员', '工', '学', '协', '商', '基金', '学生', '联合', '促进', '研究', '理事', '监事', '董事', '社', '机', '晚', '博览', '展销', '展览', '运动',
  '招聘', '发布', '音乐', '聚', '庙', '盛', '都', '妇代', '联谊', '农', '红十字', '拍卖', '演唱', '交易', '省', '体', '领', '误', '照', '世博', '侨联', '残奥', '奥运',
  '采风', '展示', '交易', '宴', '酒', '灯', '年货', '书画', '读书', '村委', '居委', '管委', '党工委', '才', '再', '不', '人大常委', '政协常委',
] as const;

/** Words that close the name when they follow the meeting noun inside the same clause. */
export const AFTER_NAME = /^(?:$|[，。；：、！？”）\s]|上|暨|传达|学习|听取|研究|部署|安排|审议|专题|总结|通报|贯彻|落实|主持|强调|要求|指出|提出|召开|举行|在|由|以|对|就|并|精准|张|明确)/;

/** Words that carry a name on after a meeting noun (暨 joint names). */
export const JOINS_NAMES = /^(?:暨|和|及|与|、|（[^（）]{1,20}）)/;

/** Agenda verbs and the type they stand for; the longest that fits wins. */
export const AGENDA_VERBS: Readonly<Record<string, AgendaType>> = {
  传达学习贯彻: '传达学习', 传达学习: '传达学习', 学习传达: '传达学习', 集中学习: '传达学习', 集体学习: '传达学习', 专题学习: '传达学习', 学习贯彻: '传达学习',
  学习领会: '传达学习', 学习研讨: '传达学习', 传达贯彻: '传达学习', 传达落实: '传达学习', 传达: '传达学习', 学习: '传达学习', 宣贯: '传达学习', 宣讲: '传达学习', 解读: '传达学习',
  重温: '传达学习', 领学: '传达学习', 宣传贯彻: '传达学习',
  通报: '通报', 反馈: '通报', 宣读: '通报', 宣布: '通报', 公布: '通报', 通告: '通报',
  审议通过: '审议', 审议并原则通过: '审议', 审议原则通过: '审议', 原则通过: '审议', 讨论原则通过: '审议', 原则审议通过: '审议', 审议并通过: '审议', 讨论通过: '审议', 研究通过: '审议', 研究审议: '审议', 研究审定: '审议', 研究讨论: '审议', 讨论研究: '审议', 审议讨论: '审议', 讨论审议: '审议',
  审议: '审议', 审定: '审议', 审核: '审议', 审查: '审议', 审阅: '审议', 评审: '审议', 讨论: '审议', 表决通过: '审议', 表决: '审议', 议定: '审议', 商定: '审议',
  安排部署: '部署', 部署安排: '部署', 研究部署: '部署', 研究安排: '部署', 研究布置: '部署', 动员部署: '部署', 谋划部署: '部署', 再动员再部署: '部署', 再安排再部署: '部署', 再部署: '部署',
  动员安排: '部署', 部署: '部署', 安排: '部署', 布置: '部署',
  听取: '汇报', 汇报: '汇报', 报告: '汇报', 介绍: '汇报', 述职: '汇报', 汇报交流: '汇报',
  总结交流: '总结', 总结回顾: '总结', 回顾总结: '总结', 总结部署: '总结', 总结: '总结', 回顾: '总结', 梳理总结: '总结',
  分析研判: '研究', 专题研究: '研究', 分析研究: '研究', 研究: '研究', 研判: '研究', 研讨: '研究', 分析: '研究', 协商: '研究', 商讨: '研究', 会商: '研究', 研究谋划: '研究',
  交流研讨: '交流', 研讨交流: '交流', 座谈交流: '交流', 交流座谈: '交流', 交流探讨: '交流', 探讨交流: '交流', 沟通交流: '交流', 交流讨论: '交流', 讨论交流: '交流', 交流发言: '交流', 经验交流: '交流',
  表态发言: '交流', 座谈发言: '交流', 发言: '交流', 交流: '交流', 分享: '交流', 座谈: '交流', 探讨: '交流',
  签订: '签订', 签署: '签订', 递交: '签订', 签约: '签订', 签字: '签订', 签下: '签订',
};

/** Agenda verbs that stand for an item even inside a run joined by 、 or 并. */
export const STRONG_VERBS = /^(?:传达学习|学习传达|传达|通报|审议|听取|安排部署|研究部署|部署安排|签订|签署|宣读|总结交流|研究讨论|讨论通过|动员部署|研究审议)/;

/** Adverbs that may stand between the subject and an agenda verb. */
export const ADVERBS = /^(?:首先|随后|最后|其次|还|并|又|也|同时|此外|另外|集体|集中|专题|全面|认真|分别|依次|先后|逐一|逐项|现场|共同|深入|系统|及时|再次|重点|一并|进一步|书面|原则|正式|简要|详细|充分|主要|科学|具体|统一|全文|第一时间|回顾并|一同|带领与会人员|带领大家|组织|且|即)/;

/** Predicates after which a sentence tells requirements, not the agenda. */
export const REQUIREMENT = /(?:指出|强调|要求|认为|号召|希望|表示|提出|明确|指明|勉励|叮嘱|坦言|期望|肯定|建议|感谢|倡议|鼓励|达成)/;

/** How people take part, as the text says it. */
export const ATTEND_VERBS = ['出席', '参加', '列席', '参会', '与会', '陪同', '到会'] as const;

/** Clause predicates that end a list of attendees. */
export const PREDICATES = /(?:召开|举行|举办|主持|讲话|强调|指出|要求|汇报|传达|审议|通报|部署|交流|听取|发言|提出|认为|作了|进行|开展|总结|介绍|签订|研究)/;

/** Last characters of an office, so that what follows is a person's name. */
export const ROLE_END = /(?:书记|主任|长|委员|常委|主席|经理|总裁|总监|专员|巡视员|调研员|督学|代表|干事|秘书|助理|负责人|负责同志|领导|同志|教授|师|干部|理事|顾问|参事|政委|司令员|司令|指挥|队员|组员|召集人|总督察|专家|联络员|副职|站所|主管|主编|董事|班子成员|成员|秘书长|研究员|党委副书记|旗委)(?:（[^（）]*）)?$/;

/** Words for the leader without a name. */
export const UNNAMED_LEADER = /(?:负责同志|负责人|主要领导|分管领导|领导同志|有关领导|相关领导|领导)$/;

/** Last characters of a body (机关、单位、公司 …). */
export const BODY_END = /(?:局|厅|委|部|办|院|司|公司|集团|政府|小组|组|处|中心|大学|学校|学院|银行|协会|联合会|商会|总工会|工会|委员会|办公室|指挥部|党委|党组|县|市|区|省|州|镇|乡|旗|单位|支行|分行|总队|支队|研究所|所|科|团|专班|工作队|党支部|机关)$/;
