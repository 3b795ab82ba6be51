import { decodeText } from '../decode-text.ts';
import { UnfitFile, type Inspected } from './evidence-problem.ts';

/** Most of an XML invoice in bytes; a real one has a few thousand. */
const MOST_XML = 2 * 1024 * 1024;
/** What makes XML a page, a picture or a program, or lets it read other files. */
const ACTIVE =
  /<!(DOCTYPE|ENTITY)|<\?xml-stylesheet|<(\w+:)?(html|svg|script|stylesheet|transform|xsl|iframe|object|embed)\b|www\.w3\.org\/(1999\/xhtml|2000\/svg|1999\/XSL)|javascript:/i;
/** Names that invoices and vouchers in XML have somewhere. */
const INVOICE = /invoice|xbrl|voucher|receipt|\u53d1\u7968|\u7968\u636e|\u51ed\u8bc1/i;

/** Looks into text: an e-invoice or voucher in XML is taken, everything else is not. Throws `UnfitFile`. */
export function inspectXml(bytes: Uint8Array): Inspected {
  if (bytes.length > MOST_XML) throw new UnfitFile('evidence.not_accepted', { kind: 'txt' });
  const { text } = decodeText(bytes);
  const body = text.replace(/^\ufeff/, '').trim();
  if (body === '') throw new UnfitFile('file.empty');
  if (!body.startsWith('<')) throw new UnfitFile('evidence.not_accepted', { kind: 'txt' });
  if (ACTIVE.test(body))
    throw new UnfitFile('evidence.not_accepted', { kind: /<(\w+:)?svg\b/i.test(body) ? 'svg' : 'html' });
  const root = /^(?:<\?[^>]*\?>|<!--[\s\S]*?-->|\s)*<([\p{L}_][\p{L}\p{N}_.:-]*)/u.exec(body)?.[1];
  if (root === undefined || !INVOICE.test(body)) throw new UnfitFile('evidence.not_accepted', { kind: 'xml' });
  if (!body.endsWith(`</${root}>`) && !/\/>$/.test(body)) throw new UnfitFile('file.damaged', { kind: 'xml' });
  return { mediaType: 'application/xml', kind: 'invoice' };
}
