/** Units that answer for a task, as printed, and where in the text their note stands. */
export interface UnitNote {
  lead: string[];
  support: string[];
  /** The deadline words of the note (完成时限：6月底前), else null. */
  term: string | null;
  start: number;
  end: number;
}

const BRACKETS =
  /[〔［\[【（]([^〔〕［］\[\]【】（）]{2,200}(?:（[^（）]{1,30}）[^〔〕［］\[\]【】（）]{0,160}){0,4})[〕］\]】）]/g;
const SIGNS =
  /牵头|负责|责任单位|责任部门|责任科室|责任人|责任领导|主办|承办|配合|协办|参与|落实单位|实施单位|完成时限/;
const LABELS =
  /(牵头(?:单位|部门|领导|处室|科室|司局)?|责任(?:单位|部门|科室|处室|领导|人|司局|分工)?|主责单位|主办单位|承办单位|实施单位|落实单位|负责单位|参与单位|配合单位|配合部门|协办单位|参加单位|支持单位|协助单位|参与部门|完成时限|完成时间|时限要求|时间安排|时限)[：:]/g;
const SUPPORT_LABEL = /参与|配合|协办|参加|支持|协助/;
const TERM_LABEL = /时限|时间/;
const UNIT_LIST = /^[一-龥、，；\d（）·“”\s]{2,200}$/;

/** All notes of responsible units in brackets (〔A牵头，B配合〕, （牵头单位：A；责任单位：B）), in order. */
export function unitNotesIn(text: string): UnitNote[] {
  const out: UnitNote[] = [];
  for (const m of text.matchAll(BRACKETS)) {
    const inner = m[1] ?? '';
    const square = /^[〔［\[【]/.test(m[0]);
    const signed = SIGNS.test(inner);
    if (
      !signed &&
      !(square && UNIT_LIST.test(inner) && /[部委局厅司办室院会公司集团政府县区市中心]/.test(inner.slice(-2)))
    )
      continue;
    if (signed && !square && /[。]/.test(inner)) continue;
    if (!square && !/[：:]/.test(inner) && !/(?:负责|牵头|配合|参与|落实|承办)[，；]?/.test(inner)) continue;
    if (square && !signed && /\d{4}/.test(inner)) continue;
    out.push({ ...unitsOf(inner), start: m.index, end: m.index + m[0].length });
  }
  return out;
}

/** The units of a line that is nothing but a note (责任单位：A、B), else null. */
export function unitLine(text: string): UnitNote | null {
  LABELS.lastIndex = 0;
  const m = LABELS.exec(text);
  LABELS.lastIndex = 0;
  if (m?.index !== 0 && !/^[〔［\[【（]/.test(text)) return null;
  const bare = text.replace(/^[〔［\[【（]/, '').replace(/[〕］\]】）。；]+$/, '');
  if (
    m === null &&
    (!SIGNS.test(bare) || (/^（/.test(text) && !/[：:]|(?:负责|牵头|配合|落实|承办)$/.test(bare) && !/牵头/.test(bare)))
  )
    return null;
  if (bare.length > 220) return null;
  return { ...unitsOf(bare), start: 0, end: text.length };
}

/** Splits the inside of a note into lead and supporting units. */
export function unitsOf(inner: string): { lead: string[]; support: string[]; term: string | null } {
  const labels = [...inner.matchAll(LABELS)];
  if (labels.length > 0) return ofLabels(inner, labels);
  const lead: string[] = [];
  const support: string[] = [];
  const hasLead = /牵头|为主|主办/.test(inner);
  for (const part of inner.split(/[，；,;。]/)) {
    const names = namesOf(
      part
        .replace(
          /(?:按照?职责分工|分别|共同|按职责|具体)?(?:牵头负责|负责牵头|牵头|负责落实|负责|配合|参与|参加|协助|承办|落实|主办|协办|组织实施)+.*$/,
          '',
        )
        .replace(/(?:按照?职责分工|按职责|共同|分别)$/, ''),
    );
    const leads = /牵头|为主|主办/.test(part) || (!hasLead && !/配合|参与|参加|协助|协办/.test(part));
    (leads ? lead : support).push(...names);
  }
  return { lead, support: support.filter((name) => !lead.includes(name)), term: null };
}

function ofLabels(inner: string, labels: RegExpMatchArray[]) {
  const lead: string[] = [];
  const support: string[] = [];
  let term: string | null = null;
  const hasLead = labels.some((m) => /牵头|主办|主责/.test(m[1] ?? ''));
  labels.forEach((m, i) => {
    const from = (m.index ?? 0) + m[0].length;
    const value = inner.slice(from, labels[i + 1]?.index ?? inner.length).replace(/[；;，,。]+$/, '');
    const label = m[1] ?? '';
    if (TERM_LABEL.test(label)) term = value;
    else if (SUPPORT_LABEL.test(label) || (hasLead && !/牵头|主办|主责/.test(label))) support.push(...namesOf(value));
    else lead.push(...namesOf(value));
  });
  return { lead, support: support.filter((name) => !lead.includes(name)), term };
}

function namesOf(list: string): string[] {
  const out: string[] = [];
  let depth = 0;
  let name = '';
  for (const c of list) {
    if (c === '（') depth += 1;
    if (c === '）') depth -= 1;
    if (depth === 0 && /[、，；,;\s]/.test(c)) {
      out.push(name);
      name = '';
    } else name += c;
  }
  out.push(name);
  return out
    .map((n) =>
      n
        .replace(/^(?:由|及|和|以及|各相关)/, (w) => (w === '各相关' ? w : ''))
        .replace(/等$/, '')
        .trim(),
    )
    .filter((n) => n.length > 1);
}
