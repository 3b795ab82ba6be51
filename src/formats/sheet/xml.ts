import { storable } from './storable.ts';

const NAMED: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Text of XML with its references resolved; `_x000D_` and its kin, which Excel writes for control characters, too. What cannot be kept goes. */
export function unescapeXml(text: string): string {
  const plain = !text.includes('&') && !text.includes('_x') && !text.includes(CDATA);
  return plain ? text : storable(resolved(text));
}

function resolved(text: string): string {
  let out = text;
  if (out.includes(CDATA)) out = withoutCdata(out);
  if (out.includes('&')) {
    out = out.replace(
      /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(lt|gt|amp|quot|apos));/gi,
      (whole, hex?: string, dec?: string, name?: string) => {
        if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
        const code = hex === undefined ? Number(dec) : Number.parseInt(hex, 16);
        return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
      },
    );
  }
  if (out.includes('_x'))
    out = out.replace(/_x([0-9A-F]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return out;
}

const CDATA = '<![CDATA[';

/** What is written raw, written as other text is; what has no end stays as it is. */
function withoutCdata(text: string): string {
  let out = '';
  let from = 0;
  for (let at = text.indexOf(CDATA); at >= 0; at = text.indexOf(CDATA, from)) {
    const end = text.indexOf(']]>', at);
    if (end < 0) break;
    out += text.slice(from, at) + escapeXml(text.slice(at + CDATA.length, end));
    from = end + 3;
  }
  return out + text.slice(from);
}

/** Text as it stands in XML. Characters that XML cannot hold are written the way Excel does (`_x0001_`). */
export function escapeXml(text: string): string {
  if (!NEEDS_ESCAPE.test(text)) return text;
  return text
    .replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_')
    .replace(/[&<>"]/g, (c) => (c === '&' ? '&amp;' : c === '<' ? '&lt;' : c === '>' ? '&gt;' : '&quot;'))
    .replace(UNFIT, (c) => `_x${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`);
}

const UNFIT =
  /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const NEEDS_ESCAPE = /[&<>"\u0000-\u0008\u000b-\u001f\ufffe\uffff\ud800-\udfff]|_x[0-9a-fA-F]{4}_/;

/** The value of an attribute in the text of a start tag; null where it is missing. A prefix before its name is passed over. */
export function attribute(tag: string, name: string): string | null {
  let pattern = ATTRIBUTES.get(name);
  if (pattern === undefined)
    ATTRIBUTES.set(name, (pattern = new RegExp(`[\\s:]${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)));
  const m = pattern.exec(tag);
  return m === null ? null : unescapeXml(m[1] ?? m[2] ?? '');
}

/** Patterns of the names that were asked for. */
const ATTRIBUTES = new Map<string, RegExp>();

/** Start tags of one name (whatever their prefix) in a text of XML, as written. */
export function startTags(xml: string, name: string): string[] {
  // No `<` stands inside a tag: looking no further for its end keeps it quick where ends are missing.
  return xml.match(new RegExp(`<(?:[\\w.-]+:)?${name}(?=[\\s/>])[^<>]*>`, 'g')) ?? [];
}

/** The text between the first start tag of a name and its end tag, '' where there is none. */
export function inside(xml: string, name: string): string {
  const m = new RegExp(`<(?:[\\w.-]+:)?${name}(?=[\\s>])[^<>]*(?<!/)>`).exec(xml);
  if (m === null) return '';
  const from = m.index + m[0].length;
  const rest = xml.slice(from);
  const end = rest.search(new RegExp(`</(?:[\\w.-]+:)?${name}\\s*>`));
  return end < 0 ? rest : rest.slice(0, end);
}

const ITEM_TAGS = /<(\/?)(?:[\w.-]+:)?(t|rPh)(?:\s[^<>]*?)?(\/?)>([^<]*)/g;

/** Visible text of a rich or plain string item: its `<t>` in order, without the reading aids of `<rPh>`. */
export function stringItem(xml: string): string {
  const plain = /^(?:<is>)?<t(?: xml:space="preserve")?>([^<]*)<\/t>(?:<\/is>)?$/.exec(xml);
  if (plain !== null) return unescapeXml(plain[1] ?? '');
  let out = '';
  let aids = 0;
  for (const [, close, name, single, text] of (xml.includes(CDATA) ? withoutCdata(xml) : xml).matchAll(ITEM_TAGS)) {
    if (single === '/') continue;
    if (name === 'rPh') aids += close === '/' ? -1 : 1;
    else if (close === '' && aids === 0) out += text ?? '';
  }
  return unescapeXml(out);
}
