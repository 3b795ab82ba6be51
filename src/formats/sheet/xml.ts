const NAMED: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Text of XML with its references resolved; `_x000D_` and its kin, which Excel writes for control characters, too. */
export function unescapeXml(text: string): string {
  let out = text;
  if (out.includes('<![CDATA[')) out = out.replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, raw: string) => escapeXml(raw));
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
  return xml.match(new RegExp(`<(?:[\\w.-]+:)?${name}(?=[\\s/>])[^>]*>`, 'g')) ?? [];
}

/** The text between the first start tag of a name and its end tag, '' where there is none. */
export function inside(xml: string, name: string): string {
  const m = new RegExp(`<(?:[\\w.-]+:)?${name}(?=[\\s>])[^>]*(?<!/)>`).exec(xml);
  if (m === null) return '';
  const from = m.index + m[0].length;
  const rest = xml.slice(from);
  const end = rest.search(new RegExp(`</(?:[\\w.-]+:)?${name}\\s*>`));
  return end < 0 ? rest : rest.slice(0, end);
}

/** Visible text of a rich or plain string item: its `<t>` in order, without the reading aids of `<rPh>`. */
export function stringItem(xml: string): string {
  const plain = /^(?:<is>)?<t(?: xml:space="preserve")?>([^<]*)<\/t>(?:<\/is>)?$/.exec(xml);
  if (plain !== null) return unescapeXml(plain[1] ?? '');
  const body = xml.includes('rPh') ? xml.replace(/<((?:[\w.-]+:)?rPh)[\s>][\s\S]*?<\/\1\s*>/g, '') : xml;
  let out = '';
  for (const m of body.matchAll(/<(?:[\w.-]+:)?t(?:\s[^>]*)?(?<!\/)>([\s\S]*?)<\/(?:[\w.-]+:)?t\s*>/g))
    out += m[1] ?? '';
  return unescapeXml(out);
}
