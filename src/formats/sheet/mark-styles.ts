import { startTags } from './xml.ts';

/** Light red, as spreadsheets show bad values. */
const RED = 'FFFFC7CE';

/** Adds to a part of styles a light red twin of any cell style; `xml` gives the part with all twins asked for so far. */
export class RedStyles {
  private readonly twins = new Map<number, number>();
  private readonly formats: string[];
  private readonly prefix: string;
  private readonly fillId: number;

  constructor(private readonly styles: string) {
    this.prefix = /<([\w.-]+:)?styleSheet[\s>]/.exec(styles)?.[1] ?? '';
    this.formats = elements(this.section('cellXfs')?.body ?? '', `${this.prefix}xf`);
    this.fillId = elements(this.section('fills')?.body ?? '', `${this.prefix}fill`).length;
  }

  /** The twin of the style with this position; an unknown style counts as the first. */
  twin(style: number): number {
    const base = style < this.formats.length ? style : 0;
    const known = this.twins.get(base);
    if (known !== undefined) return known;
    const made = Math.max(1, this.formats.length) + this.twins.size;
    this.twins.set(base, made);
    return made;
  }

  xml(): string {
    if (this.twins.size === 0) return this.styles;
    const p = this.prefix;
    const red = `<${p}fill><${p}patternFill patternType="solid"><${p}fgColor rgb="${RED}"/><${p}bgColor indexed="64"/></${p}patternFill></${p}fill>`;
    const plain = `<${p}xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>`;
    const formats = this.formats.length === 0 ? [plain] : [];
    for (const base of this.twins.keys()) formats.push(redTwin(this.formats[base] ?? plain, p, this.fillId));
    return added(added(this.styles, p, 'fills', [red], this.fillId), p, 'cellXfs', formats, this.formats.length);
  }

  private section(name: string): { body: string } | null {
    const m = new RegExp(`<${this.prefix}${name}(?:\\s[^>]*)?>([\\s\\S]*?)</${this.prefix}${name}>`).exec(this.styles);
    return m === null ? null : { body: m[1] ?? '' };
  }
}

/** Elements of a name that stand directly in a list, each with its content. */
function elements(body: string, name: string): string[] {
  const out: string[] = [];
  const open = new RegExp(`<${name}(?=[\\s/>])[^>]*>`, 'g');
  for (let m = open.exec(body); m !== null; m = open.exec(body)) {
    if (m[0].endsWith('/>')) {
      out.push(m[0]);
      continue;
    }
    const end = body.indexOf(`</${name}>`, open.lastIndex);
    if (end < 0) break;
    out.push(body.slice(m.index, end + name.length + 3));
    open.lastIndex = end + name.length + 3;
  }
  return out;
}

function redTwin(format: string, prefix: string, fillId: number): string {
  const tag = startTags(format, 'xf')[0] ?? `<${prefix}xf>`;
  const bare = tag.replace(/\s(?:fillId|applyFill)\s*=\s*(?:"[^"]*"|'[^']*')/g, '');
  const marked = bare.replace(`<${prefix}xf`, `<${prefix}xf fillId="${fillId}" applyFill="1"`);
  return marked + format.slice(tag.length);
}

/** Puts elements at the end of a list of the styles and counts them. */
function added(styles: string, prefix: string, name: string, items: string[], before: number): string {
  const close = `</${prefix}${name}>`;
  const at = styles.indexOf(close);
  if (at < 0) return styles;
  const withItems = styles.slice(0, at) + items.join('') + styles.slice(at);
  return withItems.replace(
    new RegExp(`(<${prefix}${name}(?=[\\s>])[^>]*?\\scount=["'])\\d+`),
    `$1${before + items.length}`,
  );
}
