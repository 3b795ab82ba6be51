import { groupBy } from '../../kernel/grouping.ts';

/** Adverbs and softeners that may stand before the verb of a requirement. */
const ADVERBS =
  '进一步 持续 不断 切实 全面 积极 大力 认真 充分 深入 扎实 着力 继续 加快 坚决 严格 主动 尽快 及时 有效 有序 稳步 精准 科学 统一 重点 更加 始终 真正 深刻 准确 自觉 ' +
  '全力 努力 奋力 务实 共同 高质量 高标准 高水平 高位 更好 广泛 合理 逐步 同步 协同 统筹 优先 定期 适时 从严 从实 牢固 牢牢 因地制宜 分类 多渠道 多措并举 切合实际 千方百计 ' +
  '创造性 常态化 同时 并 还 再 也 均 都 尽 快速 全程 严肃 密切 倾力 用心 用情 聚力 合力 齐心协力 扎扎实实 原汁原味 时刻 勇于 敢于 善于 不折不扣 更高质量 更高标准 更高效率 更高水平 更大力度 ' +
  '支持 帮助 指导 督促 引导 鼓励 推动 协助 助力 动员 组织 以';
/** Verbs that open a requirement when nothing stands before them but adverbs. */
const VERBS =
  '把握 把 保持 保障 保证 保护 编制 补齐 布局 采取 参与 查找 常态 畅通 持续 充实 筹备 筹措 出台 处理 创建 创新 创造 促进 打赢 打造 打好 打通 打破 大兴 带动 担起 担当 党建 倒排 到位 ' +
  '得到 调动 调配 调整 调研 动员 督促 督导 对标 对接 发动 发挥 发扬 发展 放大 丰富 扶持 服务 赋能 改进 改善 改造 搞好 格守 跟进 跟踪 攻坚 巩固 构建 固 关爱 关心 关注 管好 管理 贯彻 规范 ' +
  '恪守 弘扬 宏扬 互补 恢复 汇报 汇聚 激发 激活 集中 计划 技术 继续 加大 加快 加强 加速 坚持 坚定 坚守 坚决 监督 监测 减轻 建好 建立 建设 健全 讲好 奖励 交流 解决 尽快 尽早 尽锐 ' +
  '精心 精准 警惕 聚焦 聚力 聚合 决战 开创 开拓 开展 开好 开发 看好 考虑 考核 克服 扩大 扩宽 拉动 理清 厘清 联动 联系 练好 了解 列入 领会 领悟 落实 落细 梳理 谋划 明确 摸清 摸排 ' +
  '牢记 密切 凝聚 凝心 努力 排查 培训 培养 培育 配合 配强 配齐 拼搏 评估 破解 破除 谱写 齐心 强化 强健 抢抓 切实 确保 确定 实施 实现 实行 使用 守好 守住 守牢 疏通 树立 树牢 术 丝毫 ' +
  '疏导 送 算好 探索 提高 提炼 提前 提升 提振 提供 体现 调查 铁心 贴近 统筹 统一 突出 突破 推出 推动 推广 推进 推介 退 拓展 拓宽 挖掘 完成 完善 维护 稳步 稳定 稳固 稳妥 稳住 吸引 吸收 下沉 ' +
  '细化 下大 衔接 协调 协助 协同 修订 宣传 选好 选派 选准 选优 选树 学好 学习 学深 寻找 压紧 压实 压茬 延伸 严把 严守 严防 严格 严明 研究 研判 夯实 扬长 遏制 以 引导 引进 引领 营造 用好 用足 用活 用心 用情 ' +
  '优化 有效 有力 运用 增加 增进 增强 展示 展现 召开 争当 争创 争取 整合 整治 整改 支持 支援 执行 值守 指导 制定 制订 制作 治理 重视 注重 主动 助力 助推 抓 抓好 抓紧 抓实 抓牢 转变 转化 转移 ' +
  '追踪 着眼 着力 走访 走好 走实 走深 遵循 遵守 遵 做 做好 做到 做强 做实 做优 做细 做大 做精 坐 扛起 扛牢 紧盯 紧扣 紧抓 紧紧 瞄准 锚定 狠抓 深化 深入 深耕 深挖 吃透 认清 认真 ' +
  '念好 办好 办实 画好 补上 补强 盘活 挖潜 立 用 严 创 改 建 促 帮 找准 找 防止 防范 避免 杜绝 克难 力争 力求 确 争 克 带头 带领 盯紧 盯住 拿出 进村 入户 常 落 落地 共谋 共建 共享 共同 互通 接续 接力 站稳 站高 提 会同 协商 商 参加 上下 压 扭住 ' +
  '关口 消除 化解 清理 规避 核实 核查 开辟 开设 举办 组建 成立 设立 设置 搭建 搭好 购买 采购 销售 帮销 援建 捐赠 捐助 资助 发放 投入 拨付 安排 配置 派驻 派出 轮换 选拔 选聘 聘请 邀请 组织 输送 输出 招募 招引 招商 延长 延链 补链 强链 种植 养殖 修建 新建 改建 扩建 硬化 安装 绿化 美化 亮化 ' +
  '加密 加固 加深 报送 上报 报告 公示 公开 建档 登记 更新 填报 录入 总结 提交 印发 下发 传达 宣讲 普及 倡导 弘 传承 保存 讲清 讲透 讲政治 保 送 访 记住 记牢 做深 对口 统 抓住 抓细 盯 传递 传导 压降 优先 倾斜 慰问 看望 关怀 爱护 理解 信任 激励 推行 推选 推荐 试点 示范 完 兑现 履行 履职 尽责 尽心 尽力 尽到 ' +
  '熟悉 融入 融合 沉下 俯下 扑下 扎根 奋勇 砥砺 勇担 勇于 敢于 善于 乐于 甘于 保质 保供 坚 恪 锤炼 涵养 强 厚植 深植 补 攻克 攻 实 紧 联 连 互 签订 签署 促成 开 增 拓 挖 育 引 聚 优 守 兜 扩';

const ADVERB = words(ADVERBS);
const VERB = words(VERBS);
/** 要 as a demand: not within 需要 重要 主要 …, not before 求 素 点 …. */
const MODAL =
  /(?:^|[^主重需首纪摘只简概次紧想将提扼险])要(?![求素点件闻务害职道领么是塞旨义目])|必须|务必(?!牢记的)|务求|应当|应该|应(?=认真|加强|进一步|切实|积极|充分|按照|按|及时|把|继续|坚持|做好|严格|主动|加快|突出|不断|深入|立即)|(?:^|[^所急必无之供])需(?=进一步|加强|持续|继续|切实|认真|积极|在|按|于|严格)|不得(?!不)|严禁/;
const PAST =
  /(?:取得|得到|获得|受到|实现|完成|作出|做出|开展|发挥|帮助|投入|建成|落实|形成|推动|促进|增强|提升|走过|赢得|交出|涌现|制定|召开|建立|听取|进行|完善|改善|解决|带动|选派|派出|谋划|提供|搭建|展现|奠定|积累|创造|打下|体现|彰显)了|已经?(?![成确])(?!.{0,8}的)|累计|近年来|以来[，]|一年来|年来|截至|截止|目前[，为已]|去年|过去|(?:已|均|顺利|全部|得到)圆满完成|成效(?:显著|明显)|成绩来之不易|给予.{0,6}(?:肯定|认可)|表示(?:感谢|肯定|祝贺|欢迎|慰问)|(?:充分|高度)(?:肯定|评价|认可)/;
const STATEMENT =
  /是.{0,60}(?:重中之重|根本之策|之举|之道|之基|国之大者”?|头等大事|举措|任务|之年|途径|抓手|要求|保证|保障|大事|工程|平台|部署|制度|体现|需要|责任|支撑|基础|使命|关键|期|机遇|力量|担当|一年|路径|优势|决策|安排|一环|内容|节点)[，。；]?$|意义(?:重大|深远)|^[^，]{2,24}，关键在[^，]{1,10}(?:，在[^，]{1,10})?[。；]?$|(?:至关|十分|非常|尤为)重要[，。]?$|(?:任务|要求|压力|形势|责任|时间)[^，]{0,4}(?:更|很|较|十分|非常|依然|仍然|异常)(?:加)?(?:重|高|艰巨|严峻|紧迫|大|紧|繁重)[。；]?$|(?:指明|明确)了.{0,14}方向|提供了.{0,20}(?:遵循|指引|保障)/;
const NARRATIVE =
  /^(?:会上|会前|会后|会议期间|会议(?:由|还|并)?(?:由|听取|通报|传达|审议|研究|讨论|宣读|宣布|观看|总结|回顾|表彰|学习|播放|采取|分|在|以|审定|书面|现场|解读|安排部署|对)|据(?:了解|悉|介绍|统计)|当(?:天|日)|随后|座谈中|座谈会上|期间|近日|日前|记者|通讯员|来源|编辑|责任编辑|审核|撰稿|供稿|图为|作者|摄影|.{0,160}(?:参加了?(?:此次|本次)?(?:会议|座谈会?|大会|推进会|联席会|活动|调研|上述|培训)?|陪同(?:调研|参加)?|出席了?(?:会议|活动)?|列席了?会议?|主持(?:会议|召开)?|一同参加)[。；]?$)/;

/** Whether some words hold a modal demand (要 必须 务必 应当 需 不得). */
export function hasModal(text: string): boolean {
  return MODAL.test(text);
}

/** Where the first modal demand of a text begins, or -1. */
export function modalAt(text: string): number {
  const m = MODAL.exec(text);
  return m ? m.index : -1;
}

/** Whether a clause opens with a verb of doing, adverbs before it allowed, so that it can stand as a requirement without 要. */
export function isImperative(clause: string): boolean {
  let rest = clause.replace(/^[“"‘（]/, '');
  for (let n = 0; n < 4; n += 1) {
    if (startsWithAny(VERB, rest)) return true;
    const adverb = longest(ADVERB, rest);
    if (adverb === null) return false;
    rest = rest.slice(adverb.length).replace(/^地/, '');
  }
  return false;
}

/** Whether a sentence reports what was done, thanks, praises, or gives news rather than asks. */
export function tellsPast(text: string): boolean {
  return PAST.test(text);
}

/** Whether a clause only says what something is or how important it is. */
export function isStatement(clause: string): boolean {
  if (/(?:责任重大|任务艰巨|使命光荣|时间紧迫|意义非凡)[，。；]?$/.test(clause)) return true;
  return STATEMENT.test(clause) && !(isImperative(clause) && !clause.includes('是'));
}

/** Whether a sentence is the reporter's own account, so that what a speaker said has ended. */
export function isNarrative(sentence: string): boolean {
  return NARRATIVE.test(sentence);
}

const MANNER = /^(?:根据|按照|按|围绕|针对|结合|通过|依托|立足|利用|对照)/;

/** Whether a sentence asks for something by itself. */
export function asks(text: string): boolean {
  if (tellsPast(text) && !hasModal(text)) return false;
  return hasModal(text) || isImperative(text) || opensLater(text);
}

/** 围绕…，加强…: the demand stands behind clauses of place or manner. */
function opensLater(text: string): boolean {
  const clauses = text.split('，').slice(0, 3);
  return (
    /^(?:在|以|对|从|围绕|针对|结合|通过|按照|根据|立足|聚焦|为|各|驻村|相关|要|全|帮扶)/.test(clauses[0] ?? '') &&
    (clauses.slice(1).some((c) => isImperative(c)) || (MANNER.test(text) && holdsVerb(clauses[0]?.slice(2) ?? '')))
  );
}

/** By first character, so that one look at a clause costs a few comparisons. */
type Words = Map<string, string[]>;

function words(list: string): Words {
  const given = list.split(' ').filter((word) => word !== '');
  const out: Words = groupBy(given, (word) => word.charAt(0));
  for (const same of out.values()) same.sort((a, b) => b.length - a.length);
  return out;
}

function startsWithAny(list: Words, text: string): boolean {
  return longest(list, text) !== null;
}

function longest(list: Words, text: string): string | null {
  return list.get(text.charAt(0))?.find((word) => text.startsWith(word)) ?? null;
}

/** Whether a verb of doing of two characters or more stands somewhere in the words. */
function holdsVerb(text: string): boolean {
  for (let i = 0; i < text.length; i += 1) if ((longest(VERB, text.slice(i, i + 6)) ?? '').length >= 2) return true;
  return false;
}
