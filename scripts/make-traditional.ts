// Writes data/reading/traditional.json from the OpenCC tables (Apache-2.0). A tool for developers; the product reads only the file.
import { writeFileSync } from 'node:fs';
// @ts-expect-error the package ships its tables without types
import tsCharacters from '../node_modules/opencc-js/dist/esm-lib/dict/TSCharacters.js';

// Characters that Simplified text uses too: they change only inside the pairs below.
const KEEP = new Set('乾徵著瞭藉覆沈鍾吒拚榘薹袷醣麴麽夥');
// Variants that pages converted letter by letter print and the tables lack: 陜西 for 陝西.
const MORE = '陜陕靑青硏研値值髙高吿告緖绪鄕乡麽么竝并鉄铁畧略囬回廻回榖谷閙闹'.match(/../gu) ?? [];
const PAIRS = [
  '瞭解了解 明瞭明了 瞭如了如 瞭然了然 反覆反复 答覆答复 批覆批复 回覆回复 重覆重复 覆查复查 憑藉凭借 凭藉凭借 藉助借助 藉此借此 藉機借机 藉由借由 藉口借口',
  '慰藉慰藉 徵收征收 徵求征求 徵集征集 徵地征地 徵用征用 特徵特征 象徵象征 徵信征信 綜徵综征 應徵应征 乾旱干旱 乾淨干净 乾燥干燥 餅乾饼干 乾部干部 乾果干果 乾貨干货 乾線干线 乾群干群',
  '隨著随着 随著随着 沿著沿着 圍著围着 繞著绕着 朝著朝着 有著有着 向著向着 本著本着 帶著带着 接著接着 意味著意味着 味著味着 著力着力 著眼着眼 著重着重 著手着手 著實着实 沈浸沉浸 沈重沉重 沈澱沉淀 深沈深沉 夥伴伙伴 合夥合伙 計畫计划 規畫规划 企畫企划 籌畫筹划 彷彿仿佛',
];

const chars = (tsCharacters as string)
  .split('|')
  .map((entry) => entry.split(' '))
  .filter(([from, to]) => from?.length === 1 && to?.length === 1 && from !== to && !KEEP.has(from))
  .map(([from, to]) => `${from}${to}`);
const pairs = PAIRS.flatMap((line) => line.split(' ')).filter(
  (pair) => pair.length === 4 && pair.slice(0, 2) !== pair.slice(2),
);
const table = {
  source: 'OpenCC TSCharacters (Apache-2.0) by opencc-js, some variants added; pairs: own list',
  chars: [...chars, ...MORE].join(''),
  pairs: pairs.join(' '),
};
writeFileSync(new URL('../data/reading/traditional.json', import.meta.url), `${JSON.stringify(table, null, 1)}\n`);
