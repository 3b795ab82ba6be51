import type { DivisionLevel } from './place.ts';

/** The peoples that names of autonomous areas carry (民族区域自治), longest first so that 哈萨克族 wins over 哈萨克. */
const PEOPLES = [
  '保安族',
  '傈僳族',
  '仡佬族',
  '仫佬族',
  '傣族',
  '佤族',
  '侗族',
  '俄罗斯族',
  '独龙族',
  '哈尼族',
  '哈萨克族',
  '哈萨克',
  '回族',
  '土家族',
  '土族',
  '塔吉克族',
  '塔吉克',
  '壮族',
  '布依族',
  '布朗族',
  '彝族',
  '怒族',
  '拉祜族',
  '撒拉族',
  '普米族',
  '景颇族',
  '朝鲜族',
  '柯尔克孜族',
  '柯尔克孜',
  '毛南族',
  '水族',
  '满族',
  '瑶族',
  '畲族',
  '白族',
  '纳西族',
  '维吾尔族',
  '维吾尔',
  '羌族',
  '苗族',
  '蒙古族',
  '蒙古',
  '藏族',
  '裕固族',
  '赫哲族',
  '达斡尔族',
  '达斡尔',
  '锡伯族',
  '锡伯',
  '门巴族',
  '阿昌族',
  '鄂伦春',
  '鄂温克族',
  '鄂温克',
  '高山族',
  '黎族',
  '东乡族',
  '京族',
  '基诺族',
  '各族',
  '回',
].sort((a, b) => b.length - a.length);

const AUTONOMOUS = new RegExp(`^(.{2,}?)((?:${PEOPLES.join('|')})*)自治(区|州|县|旗)$`);
const ENDINGS = ['行政委员会', '特别行政区', '地区', '林区', '特区', '矿区', '省', '市', '区', '县', '旗', '盟'];

/** Names that people use beside the official one and no rule gives. Key: official name. */
const ALIASES: Record<string, readonly string[]> = {
  巴音郭楞蒙古自治州: ['巴州'],
  克孜勒苏柯尔克孜自治州: ['克州'],
  博尔塔拉蒙古自治州: ['博州'],
  西双版纳傣族自治州: ['版纳州'],
  科尔沁右翼前旗: ['科右前旗'],
  科尔沁右翼中旗: ['科右中旗'],
  科尔沁左翼中旗: ['科左中旗'],
  科尔沁左翼后旗: ['科左后旗'],
  察哈尔右翼前旗: ['察右前旗'],
  察哈尔右翼中旗: ['察右中旗'],
  察哈尔右翼后旗: ['察右后旗'],
  土默特左旗: ['土左旗'],
  土默特右旗: ['土右旗'],
  塔什库尔干塔吉克自治县: ['塔县'],
  察布查尔锡伯自治县: ['察县'],
  前郭尔罗斯蒙古族自治县: ['前郭县'],
  和布克赛尔蒙古自治县: ['和丰县'],
  莫力达瓦达斡尔族自治旗: ['莫旗'],
  翁牛特旗: ['翁旗'],
  新巴尔虎左旗: ['新左旗'],
  新巴尔虎右旗: ['新右旗'],
  东乌珠穆沁旗: ['东乌旗'],
  西乌珠穆沁旗: ['西乌旗'],
  达尔罕茂明安联合旗: ['达茂旗'],
  乌拉特前旗: ['乌前旗'],
  乌拉特中旗: ['乌中旗'],
  乌拉特后旗: ['乌后旗'],
  呼和浩特市: ['呼市'],
  内蒙古自治区: ['内蒙'],
  浦东新区: ['浦东'],
};

/** How a place may be written: `abbreviated` still says its kind (马边县, 文山州), `short` does not (马边, 文山). */
export interface NameForms {
  abbreviated: string[];
  short: string | null;
}

/**
 * The shorter ways to write an official name. A short form has at least two characters (魏县 has none);
 * an autonomous area loses its peoples (马边彝族自治县 → 马边县, 马边).
 */
export function formsOf(name: string, level: DivisionLevel): NameForms {
  const abbreviated = [...(ALIASES[name] ?? [])];
  const autonomous = name.includes('自治') ? AUTONOMOUS.exec(name) : null;
  if (autonomous) {
    const [, stem = '', , kind = ''] = autonomous;
    // 东乡族自治县 and 鄂伦春自治旗 are named after the people itself.
    const bare = stem.length > 2 && stem.endsWith('族') ? stem.slice(0, -1) : stem;
    if (kind === '区') abbreviated.push(`${bare}自治区`);
    else abbreviated.push(bare + kind, `${bare}自治${kind}`);
    return { abbreviated: abbreviated.filter((form) => form !== name), short: bare.length >= 2 ? bare : null };
  }
  for (const ending of ENDINGS) {
    if (!name.endsWith(ending)) continue;
    const stem = name.slice(0, -ending.length);
    const short = stem.endsWith('族') ? stem.replace(/(回族|达斡尔族|鄂温克族)$/, '') : stem;
    if (level === 'city' && ending === '地区') abbreviated.push(`${stem}专区`);
    return { abbreviated, short: short.length >= 2 ? short : null };
  }
  return { abbreviated, short: null };
}

/** A town's or village's name without what its kind adds: 夹铁镇 → 夹铁, 菜子村村民委员会 → 菜子村, 和平社区居委会 → 和平社区. */
export function shortOfSmall(name: string, level: 'town' | 'village'): string {
  if (level === 'town') {
    const stem = name.replace(new RegExp(`((?:${PEOPLES.join('|')})*民族)?(街道办事处|街道|地区|镇|乡|苏木)$`), '');
    const bare = stem.replace(new RegExp(`(?:${PEOPLES.join('|')})+$`), '');
    return bare.length >= 2 ? bare : name;
  }
  const stem = name.replace(/(社区)?(村民委员会|居民委员会|村委会|居委会|牧委会)$/, '$1');
  if (stem.length < 2) return name;
  if (/(村|社区|嘎查|居|寨|屯|庄)$/.test(stem)) return stem;
  return /(村民委员会|村委会)$/.test(name) ? `${stem}村` : stem;
}
