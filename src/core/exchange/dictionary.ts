import type { MoneyUnit } from './types.ts';

/** Fen in one of each unit of money. */
export const FEN_IN: Readonly<Record<MoneyUnit, bigint>> = {
  元: 100n,
  千元: 100_000n,
  万元: 1_000_000n,
  百万元: 100_000_000n,
  亿元: 10_000_000_000n,
};

/** Units of money as they are written, with the unit that they mean. */
export const MONEY_WORDS: Readonly<Record<string, MoneyUnit>> = {
  元: '元',
  圆: '元',
  元整: '元',
  人民币元: '元',
  千元: '千元',
  万元: '万元',
  万: '万元',
  万元整: '万元',
  百万: '百万元',
  百万元: '百万元',
  亿: '亿元',
  亿元: '亿元',
};

/** What a cell holds where there is nothing to say; in columns of numbers and dates it counts as empty. */
export const EMPTY_MARKS: ReadonlySet<string> = new Set(['-', '--', '—', '——', '–', '/', '\\', '无', 'null', 'NULL']);

/** Units that stand in the brackets of a header. */
export const HEADER_UNITS: ReadonlySet<string> = new Set(
  (
    '元 千元 万元 百万元 亿元 人 人次 人/次 人(次) 万人 万人次 户 万户 户次 个 个数 所 口 家 名 位 亩 万亩 公顷 平方米 ㎡ 万平方米 平方公里 公里 千米 ' +
    '米 吨 万吨 公斤 斤 千克 千克/亩 % ‰ 次 场 场次 期 班 天 月 年 日 套 台 辆 件 项 条 处 座 盏 头 只 羽 株 棵 批 笔 份 册 本 篇 千瓦 兆瓦 ' +
    '小时 课时 分 岁 元/人 元/月 元/年 元/亩 元/吨 元/户 元/斤 元/公斤 万元/年 百分比 立方米 m m² 度 单 对'
  ).split(' '),
);

/** Yes and no as they are written; compared in half width and lower case. */
export const YES_WORDS: ReadonlySet<string> = new Set('是 有 对 √ ✓ ✔ ☑ 1 y yes true t 已 属于 享受'.split(' '));
/** See `YES_WORDS`. */
export const NO_WORDS: ReadonlySet<string> = new Set(
  '否 无 错 × ✗ ✘ x 0 n no false f 未 不是 没有 不属于 不享受'.split(' '),
);

/** Begins the example row of a template; rows that begin so are never data. */
export const EXAMPLE_WORD = '示例';
/** Header of the column that numbers the rows of a template. */
export const SERIAL_WORD = '序号';
