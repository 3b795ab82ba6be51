/**
 * Short names of provinces and cities that two words make where they meet: 确保定点 is 确保 and 定点, not 保定. For each name
 * the signs that end the word before it, and those that begin the word behind it.
 */
const CROSSINGS: Readonly<Record<string, readonly [before: string, after: string]>> = {
  保定: ['确担环', '点期向量额'],
  中卫: ['其集', '生健'],
  丽水: ['美秀', ''],
  三明: ['', '确白显'],
  常德: ['日', '育'],
  益阳: ['有', '光'],
  河源: ['淮', '头'],
  广安: ['推', '全装置'],
  安顺: ['平保', '利畅应'],
  延安: ['拖蔓', '排全'],
  定西: ['确稳', '部'],
  固原: ['巩稳坚', '有则'],
  通化: ['沟融普', '解险'],
  白山: ['长', '羊'],
  大连: ['扩重最壮远', '片锁续接'],
  承德: ['传继', '育治行'],
  南通: ['西东', '道过'],
  合肥: ['复混', '料'],
  新乡: ['创更', '村贤镇土'],
  包头: ['承打', '羊'],
  东营: ['', '商'],
  安庆: ['', '祝'],
  成都: ['完达形组', '会'],
  百色: ['一', '彩'],
  绵阳: ['海', '台'],
  宜宾: ['级', '馆'],
  达州: ['', '级'],
  衡阳: ['平', '光'],
  安阳: ['', '光'],
  南阳: ['', '光'],
  德阳: ['', '光'],
  沈阳: ['', '光'],
  六安: ['', '全'],
  泰安: ['国', '全'],
  海口: ['沿', '岸'],
  长沙: ['', '漠'],
  宁德: ['安', '育'],
  长春: ['成', '节季'],
  太原: ['亚', ''],
  海南: ['沿渤黄东', '岸'],
  湖南: ['太', '岸'],
  湖北: ['太', '岸'],
  广东: ['推', ''],
  广西: ['推', ''],
  宁夏: ['安', ''],
  上海: ['网线', ''],
  重庆: ['隆', '祝'],
  福建: ['造谋', '档'],
  南宁: ['', '静'],
  阳江: ['朝', ''],
  普洱: ['', '茶'],
};

/** Whether a short name is only where two words meet, by the signs before and behind it. */
export function isCrossing(form: string, before: string, after: string): boolean {
  const signs = CROSSINGS[form];
  if (signs === undefined) return false;
  return (before !== '' && signs[0].includes(before)) || (after !== '' && signs[1].includes(after));
}
