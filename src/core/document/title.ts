/** Pairs of neighbouring characters of a text, blanks and punctuation left out. */
export function bigramsOf(text: string): Set<string> {
  const bare = text.replace(/[^\p{L}\p{N}]/gu, '');
  const out = new Set<string>();
  for (let i = 0; i + 1 < bare.length; i += 1) out.add(bare.slice(i, i + 2));
  return out;
}

/** Share (0–1) of a text's bigrams that are in the set. */
export function shareOf(text: string, known: ReadonlySet<string>): number {
  const own = bigramsOf(text);
  if (own.size === 0) return 0;
  let found = 0;
  for (const pair of own) if (known.has(pair)) found += 1;
  return found / own.size;
}

/** A title without 原标题： and without blanks around it. */
export function bareTitle(line: string): string {
  return line
    .replace(/^[\s#]*(?:原标题|标题)\s*[:：]\s*/, '')
    .replace(/\s+(?:19|20)\d\d[-年/.]\d{1,2}[-月/.]\d{1,2}日?(?:\s.*)?$/, '')
    .replace(/[\s|｜]+$/, '')
    .trim();
}

/** A label of the page, not the subject of a headline (扶贫办：今年已拨付…). */
const LABELLED =
  /^(?:来源|作者|编辑|责编|记者|时间|日期|审核|摄影|供稿|撰稿|浏览|点击|阅读|字号|关键词|标签|栏目|文章|信息|发布|图片|单位|地点|主持|参会|出席|列席|记录|电话|地址|邮编|联系人|附件|抄送|主送|索引|文号|各)[^\s:：]{0,3}\s*[:：]|^\S{1,3}[:：]\s*$/;
const SUBTITLE = /^\s*(?:——|--|—)/;

/** The line of a page's head that is its title: the one that the body takes up most; null where none is like one. */
export function pickTitle(lines: readonly string[], body: ReadonlySet<string>): string | null {
  let best: { title: string; score: number } | null = null;
  for (const line of lines) {
    const title = bareTitle(line);
    if (
      title.length < 6 ||
      title.length > 80 ||
      /[。；]/.test(title) ||
      LABELLED.test(title) ||
      /^[\d\s年月日/.-]+$|^\d{1,2}[.．、]/.test(title)
    )
      continue;
    const score =
      shareOf(title, body) +
      Math.min(title.length, 20) / 100 +
      (SUBTITLE.test(title) || /^[（(]/.test(title) ? -0.4 : 0) +
      (/(?:通知|方案|计划|要点|纪要|意见|总结|报告)$/.test(title) ? 0.4 : 0);
    if (best === null || score > best.score + 0.001) best = { title, score };
  }
  if (best === null) return null;
  const onTop =
    bareTitle(lines[0] ?? '') === best.title && best.title.length <= 40 && /[\u4e00-\u9fff]{4}/.test(best.title);
  if (best.score < 0.3 && !onTop) return null;
  const at = lines.findIndex((line) => bareTitle(line) === best.title);
  const first = bareTitle(lines[at - 1] ?? '');
  // Two lines of a headline: the first names the matter, the second its figures.
  if (
    /\d/.test(best.title) &&
    /\s/.test(best.title) &&
    first.length >= 8 &&
    first.length <= 60 &&
    shareOf(first, body) >= 0.5
  )
    return first;
  const above = SUBTITLE.test(best.title) ? lines[at - 1] : undefined;
  return above !== undefined && above.length >= 4 ? above : best.title;
}
