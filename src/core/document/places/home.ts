import type { Page } from '../page.ts';

/** Letters of the provinces in addresses of government sites (lcj.yn.gov.cn) → id of the province. */
const LETTERS: Record<string, string> = {
  beijing: '11',
  bj: '11',
  tj: '12',
  hebei: '13',
  he: '13',
  shanxi: '14',
  sx: '14',
  nmg: '15',
  ln: '21',
  jl: '22',
  hlj: '23',
  sh: '31',
  jiangsu: '32',
  js: '32',
  zj: '33',
  ah: '34',
  fujian: '35',
  fj: '35',
  jiangxi: '36',
  jx: '36',
  shandong: '37',
  sd: '37',
  henan: '41',
  ha: '41',
  hubei: '42',
  hb: '42',
  hunan: '43',
  hn: '43',
  gd: '44',
  gxzf: '45',
  gx: '45',
  hainan: '46',
  hi: '46',
  cq: '50',
  sc: '51',
  guizhou: '52',
  gz: '52',
  yn: '53',
  xizang: '54',
  xz: '54',
  shaanxi: '61',
  sn: '61',
  gansu: '62',
  gs: '62',
  qinghai: '63',
  qh: '63',
  nx: '64',
  xinjiang: '65',
  xj: '65',
};

/** The province of the page's own organ, as its address tells; null where it does not. */
export function homeOf(page: Page): string | null {
  const host = /(?:https?:\/\/)?([a-z0-9.-]+)\.gov\.cn/i.exec(page.source.origin ?? '')?.[1];
  const label = host?.split('.').at(-1)?.toLowerCase();
  return (label && LETTERS[label]) ?? null;
}
