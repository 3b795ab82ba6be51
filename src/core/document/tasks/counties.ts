const NAMED =
  /(?:(?:(?![和及与县])[一-龥]){2,12}自治[县旗]|(?:(?![和及与县])[一-龥]){1,4}县)(?![委级城域政区领]|直(?!接))/g;
const GROUP =
  /(?:定点)?(?:帮扶)?[两二三四五六七八九十\d]{1,2}个?(?:定点帮扶|帮扶|受援|脱贫|贫困|重点帮扶|协作|结对)?县(?![委级城域政]|直(?!接))/g;
/** Words that end before a county's name begins: verbs, prepositions, titles of what contains it. */
const BEFORE =
  /^.*(?:帮扶|支持|帮助|指导|推动|推进|促进|助力|带动|派驻|赴|到|在|对|向|与|和|及|同|为|给|将|把|使|让|是|的|省|市|州|盟|自治区|等|各|所|全|定点|对口|协助|组织|确保|实现|完成|加快|围绕|针对|关于|位于|来自|比如|包括|前往|深入|走进|落户|定点帮扶|驻|面)(?=[一-龥]{2})/;
const NOT_NAMES =
  /^(?:各|全|我|本|该|贫困|脱贫|受援|帮扶|重点|结对|协作|强|富|兴|每|出|进|到|跨|多|区|市|乡|先行|示范|挂职|百|千|万|几|数|同)/;

/** Names of counties as printed in the words of a task, `三县` among them; each once, in order. */
export function countiesIn(text: string): string[] {
  const found: [number, string][] = [];
  for (const m of text.matchAll(GROUP)) found.push([m.index, m[0]]);
  for (const m of text.matchAll(NAMED)) {
    const name = m[0].replace(BEFORE, '');
    if (
      name.length < 2 ||
      NOT_NAMES.test(name) ||
      /[一二三四五六七八九十\d两]个?.{0,4}县$|(?:先行|示范|试点|重点|达标|强|大|脱贫|贫困|帮扶|受援|地|该|各|我|全|本|两|出|周边)县$/.test(
        name,
      )
    )
      continue;
    found.push([m.index, name]);
  }
  found.sort((a, b) => a[0] - b[0]);
  return [...new Set(found.map(([, name]) => name))];
}
