/**
 * How a measure word is trusted:
 * - `firm`: states a quantity with any number (元, 亩, 人次)
 * - `loose`: needs an Arabic or larger number, or a counted thing behind it (个, 项, 次)
 * - `arabic`: only with Arabic digits (口, 点)
 * - `span`: lengths of time, which count only where the text makes them a result (连续三年)
 */
export type UnitTrust = 'firm' | 'loose' | 'arabic' | 'span';

/** One measure word: the plain unit it stands for and how it is trusted. */
export interface UnitWord {
  text: string;
  plain: string;
  trust: UnitTrust;
  /** A noun without measure word, which stays outside the figure. */
  noun?: true;
}

const FIRM =
  '人（次） 户（次） 元 美元 港元 港币 欧元 元人民币 块钱 % ‰ 个百分点 百分点 人次 人 名 位 户 户次 家庭 亩 亩次 公顷 平方米 平方公里 立方米 立方 平方 公里 千米 华里 米 ' +
  '吨 公斤 千克 斤 克 千瓦时 千瓦 兆瓦 万千瓦 吉瓦 度电 瓦 升 毫米 厘米 吨位 学时 课时 人天 人日 天次 MW MWp kW KW kWh km KM ㎡ m2 m3 kg 倍 成 番 ' +
  '家次 户家庭 批次 场次 场 所 座 栋 幢 间 套 台 台套 辆 艘 株 头 只 羽 匹 尾 棵 盏 床 张 册 本 份 篇 幅 封 件 笔 宗 起 支 眼 枚 瓶 袋 箱 盒 桶 双 根 杆 把 顶 副 ' +
  '家 例 处 条次 项次 篇次 件次 人份 亩地 户人家 车次 车 班次 单 盘 架 桌 堂 捆 包 桩 穴 片 块 道 孔 门 首 部 集 余次 厂 ' +
  '元/年 元/人 元/户 元/亩 元/月 元/吨 元/斤 元/公斤 元/人年 公斤/亩 斤/亩 人/户';
const LOOSE = '个 项 次 批 期 条 件 类 种 对 轮 组 股 队 大类 块 排 代 级 步 面 处 站 线 支 班 版';
const ARABIC_ONLY =
  '口 点 分 度 方 部门 县 乡 镇 村 乡镇 街道 社区 市县 省份 省 市 州 区县 县区 县市区 县市 市区 省市 省区市 屯 组 例 遍 趟 节 层';
const SPANS = '年 周年 个年头 个月 天 小时 个小时 分钟 周 个工作日 工作日 个工日 个季度 个学期';

/** A noun that stands right behind a bare number, the measure word left out (2800农户), with its plain unit. */
const NOUN_UNITS: Record<string, string> = {
  农户: '户',
  贫困户: '户',
  脱贫户: '户',
  监测户: '户',
  低保户: '户',
  建档立卡户: '户',
  搬迁户: '户',
  住户: '户',
  牧户: '户',
  五保户: '户',
  贫困人口: '人',
  脱贫人口: '人',
  建档立卡贫困人口: '人',
  群众: '人',
  农民: '人',
  劳动力: '人',
  村民: '人',
  贫困群众: '人',
  学生: '人',
  贫困村: '个',
  脱贫村: '个',
  行政村: '个',
  自然村: '个',
  贫困县: '个',
  脱贫县: '个',
};

const words = new Map<string, UnitWord>();
const put = (list: string, trust: UnitTrust) => {
  for (const text of list.split(' ')) if (!words.has(text)) words.set(text, { text, plain: plainOf(text), trust });
};
put(FIRM, 'firm');
put(LOOSE, 'loose');
put(ARABIC_ONLY, 'arabic');
put(SPANS, 'span');
for (const [text, plain] of Object.entries(NOUN_UNITS)) words.set(text, { text, plain, trust: 'arabic', noun: true });
words.set('％', { text: '％', plain: '%', trust: 'firm' });

const byFirst = new Map<string, UnitWord[]>();
for (const word of [...words.values()].sort((a, b) => b.text.length - a.text.length)) {
  const list = byFirst.get(word.text.charAt(0));
  if (list) list.push(word);
  else byFirst.set(word.text.charAt(0), [word]);
}

/** The longest measure word that begins at `at`, else null. */
export function unitAt(text: string, at: number): UnitWord | null {
  return byFirst.get(text.charAt(at))?.find((w) => text.startsWith(w.text, at)) ?? null;
}

function plainOf(text: string): string {
  if (text === '元人民币' || text === '块钱') return '元';
  if (text.endsWith('（次）')) return `${text.charAt(0)}次`;
  if (text === '百分点') return '个百分点';
  return text;
}

/** What a number with scale but no measure word counts, guessed from the words beside it (960多万…群众 → 人). */
export const UNIT_FROM_NOUN: readonly (readonly [RegExp, string])[] = [
  [
    /人口|群众|民众|农民|居民|劳动力|学生|儿童|老人|党员|干部|牧民|村民|人才|职工|残疾|患者|游客|教师|贫困人员|人员/,
    '人',
  ],
  [/家庭|农户|贫困户|脱贫户|户/, '户'],
  [/资金|投资|贷款|收入|产值|销售|采购|捐|款|物资|金额|投入|融资|价值|订单|费/, '元'],
  [/面积|耕地|林地|土地|草原|茶园/, '亩'],
];
