import { Tokenizer, TokenizerMode, Token } from 'parse5';
import type { Block, Mark } from '../core/document/source.ts';
import { HtmlBlocks } from './html-blocks.ts';
import { alignText } from './html-align.ts';

/** What an HTML page shows, and what it says about itself in tags. */
export interface HtmlText {
  text: string;
  blocks: Block[];
  marks: Mark[];
  offsets: Uint32Array;
  /** Text of `<title>`, blanks collapsed; '' where there is none. */
  titleTag: string;
  /** `<meta name|property content>` by name in lower case; the first of a name counts. */
  meta: Map<string, string>;
  /** First date of a `<time datetime>` or of JSON-LD, as written; null where there is none. */
  timeTag: string | null;
}

const RAW_TEXT: Record<string, 'RCDATA' | 'RAWTEXT' | 'SCRIPT_DATA'> = {
  title: 'RCDATA',
  textarea: 'RCDATA',
  style: 'RAWTEXT',
  xmp: 'RAWTEXT',
  iframe: 'RAWTEXT',
  noembed: 'RAWTEXT',
  noframes: 'RAWTEXT',
  noscript: 'RAWTEXT',
  script: 'SCRIPT_DATA',
};

/**
 * Reads the visible text of HTML in one linear pass; nothing is run, fetched or kept of the markup.
 * With `markdown`, text outside of HTML elements is read as Markdown lines. Offsets point into `html`.
 */
export function readHtml(
  html: string,
  options: { markdown?: boolean; from?: number; lead?: (blocks: HtmlBlocks) => void } = {},
): HtmlText {
  const blocks = new HtmlBlocks(options.markdown === true);
  options.lead?.(blocks);
  const from = options.from ?? 0;
  const offset = (token: { location: Token.Location | null }): number => (token.location?.startOffset ?? 0) + from;
  const found = { titleTag: '', meta: new Map<string, string>(), timeTag: null as string | null };
  let raw: string | null = null;
  // A reference without its semicolon makes the tokenizer end the token before it too late: the walk goes on where it stopped.
  let walked = { at: 0, end: -1 };
  const characters = (token: Token.CharacterToken): void => {
    const stated = offset(token);
    const end = (token.location?.endOffset ?? 0) + from;
    const start = stated === walked.end && walked.at < stated ? walked.at : stated;
    if (raw === 'title') found.titleTag += token.chars;
    else if (raw === 'script') found.timeTag ??= /"datePublished"\s*:\s*"([^"]{8,40})"/.exec(token.chars)?.[1] ?? null;
    else if (raw === null)
      walked = { at: alignText(html, start, end, token.chars, (c, at) => blocks.character(c, at)), end };
  };
  const tokenizer: Tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onComment() {},
      onDoctype() {},
      onNullCharacter() {},
      onEof() {},
      onCharacter: characters,
      onWhitespaceCharacter: characters,
      onStartTag(token) {
        const mode = RAW_TEXT[token.tagName];
        if (mode !== undefined && !token.selfClosing) {
          tokenizer.state = TokenizerMode[mode];
          raw = token.tagName;
          return;
        }
        noteMeta(token, found);
        blocks.startTag(token.tagName, attributesOf(token), offset(token), token.selfClosing);
      },
      onEndTag(token) {
        if (raw === token.tagName) raw = null;
        else blocks.endTag(token.tagName);
      },
    },
  );
  tokenizer.write(from === 0 ? html : html.slice(from), true);
  const { text, offsets } = blocks.finish(html.length);
  const titleTag = found.titleTag.replace(/\s+/g, ' ').trim();
  return { text, offsets, blocks: blocks.blocks, marks: blocks.marks, ...found, titleTag };
}

function attributesOf(token: Token.TagToken): Map<string, string> {
  return new Map(token.attrs.map((attr) => [attr.name, attr.value]));
}

function noteMeta(token: Token.TagToken, found: { meta: Map<string, string>; timeTag: string | null }): void {
  if (token.tagName === 'time') found.timeTag ??= Token.getTokenAttr(token, 'datetime');
  if (token.tagName !== 'meta') return;
  const name = (
    Token.getTokenAttr(token, 'name') ??
    Token.getTokenAttr(token, 'property') ??
    Token.getTokenAttr(token, 'itemprop')
  )?.toLowerCase();
  const content = Token.getTokenAttr(token, 'content')?.trim();
  if (name !== undefined && content !== undefined && content !== '' && !found.meta.has(name))
    found.meta.set(name, content);
}
