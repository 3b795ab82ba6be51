import type { Page, Sentence } from '../page.ts';

/** A bare number in a table cell: digits with separators, perhaps a marker or a percent sign. */
const BARE = /^[约近超]?[\d,，.]+(?:[多余]|%)?$/;
/** Columns whose numbers are no quantities. */
const NO_QUANTITY = /序号|编号|电话|手机|年份|年度$|日期|时间|代码|邮编|证|账号|页码|排名|名次|备注/;
/** A unit that a heading gives: 投入资金（万元）, 单位：户, 金额/万元. */
const UNIT =
  /(?:（(?:单位：?)?|单位：?|[/／])((?:百|千)?[万亿]?(?:元|人次|人|名|户|亩|公里|个|项|期|场|吨|公斤|斤|平方米|%|家|所|次|套|台|件|公顷|千瓦))(?:）|$|[，。；])/;
/** A heading that is itself a count (脱贫户数, 培训人数). */
const COUNT: readonly (readonly [RegExp, string])[] = [
  [/人次(?:数)?$/, '人次'],
  [/户数?$/, '户'],
  [/人数$|人口(?:数)?$/, '人'],
  [/村数$|个数$|项目数$/, '个'],
];

/** What the cells of the page's tables say together with their headings. */
export class Cells {
  private readonly text = new Map<string, string>();
  private readonly unitOfTable = new Map<number, string>();

  constructor(private readonly page: Page) {
    let before = '';
    for (const s of page.sentences) {
      const at = page.source.blocks[s.block]?.table;
      if (!at) {
        before = s.text;
        continue;
      }
      const key = `${at.table}/${at.row}/${at.column}`;
      this.text.set(key, (this.text.get(key) ?? '') + s.text);
      const unit = UNIT.exec(at.row === 0 ? `${before}，${s.text}` : s.text)?.[1];
      if (unit !== undefined && /单位：?/.test(at.row === 0 ? before + s.text : s.text))
        this.unitOfTable.set(at.table, unit);
    }
  }

  /** A bare number as a clause with its row label, column heading and unit (清河县投入资金120万元); else null. */
  clauseOf(sentence: Sentence): string | null {
    if (sentence.kind !== 'cell' || !BARE.test(sentence.text.trim())) return null;
    const at = this.page.source.blocks[sentence.block]?.table;
    if (!at || at.row === 0) return null;
    const heading = this.heading(at.table, at.row, at.column);
    if (heading === null || NO_QUANTITY.test(heading)) return null;
    const number = sentence.text.trim();
    const unit = number.endsWith('%')
      ? ''
      : (UNIT.exec(heading)?.[1] ?? COUNT.find(([p]) => p.test(heading))?.[1] ?? this.unitOfTable.get(at.table));
    if (unit === undefined) return null;
    const label = this.label(at.table, at.row, at.column);
    return `${label}${heading.replace(/（[^）]*）/g, '')}${number}${unit}`;
  }

  /** The nearest heading above that is no number itself. */
  private heading(table: number, row: number, column: number): string | null {
    for (let r = row - 1; r >= Math.max(0, row - 200); r -= 1) {
      const text = this.text.get(`${table}/${r}/${column}`);
      if (text !== undefined && !/^[\d,，.%\s]*$/.test(text)) return text.replace(/\s/g, '');
    }
    return null;
  }

  /** The words that name the row: the first cell to the left that is no number. */
  private label(table: number, row: number, column: number): string {
    for (let c = 0; c < Math.min(column, 6); c += 1) {
      const text = this.text.get(`${table}/${row}/${c}`)?.trim();
      if (text !== undefined && text !== '' && !/^[\d,，.%\s]*$/.test(text)) return text.slice(0, 30);
    }
    return '';
  }
}
