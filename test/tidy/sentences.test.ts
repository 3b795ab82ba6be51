import ts from 'typescript';
import { expect, it } from 'vitest';
import { placeOf, sourcesIn, walk, type Source } from '../support/sources.ts';

/**
 * Where text may stand in code: the words themselves, the rules that read Chinese documents, names that the law gives
 * (divisions, lines of work), and the table of settings, which is read before any language is chosen.
 */
const MAY_SPEAK = [
  /^src\/words\//,
  /^src\/core\/(document|place)\//,
  /^src\/(core|acts|storage)\/.*\/(dictionary|example|names)(-[a-z-]+)?\.ts$/,
  /^src\/acts\/(example|read)\//,
  /^src\/formats\//,
  /^src\/settings\.ts$/,
];

const CHINESE = /\p{Script=Han}/u;
const ENGLISH = /^[A-Z][a-z]+(?:,? [\w'’-]+){3,}[.!?]$/;
/** Two words or more between tags are a text for people. */
const SHOWN = /[A-Za-z]{2,}\s+[A-Za-z]{2,}/;

/** A code of our own domain (传达学习, 人) is data and may be compared with; a sentence is for people. */
const isData = (node: ts.Node, text: string): boolean =>
  text.length <= 6 && !/[，。；：！？]/.test(text) && !ts.isJsxText(node) && !ts.isTemplateExpression(node.parent);

function textOf(node: ts.Node): string | null {
  if (ts.isStringLiteralLike(node) || ts.isJsxText(node)) return node.text.trim();
  if (ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node)) return node.text.trim();
  return null;
}

function isSentence(source: Source, node: ts.Node): boolean {
  const text = textOf(node);
  // The product's own name is the same in every language.
  if (text === null || text === '' || text === 'Bangfu 帮扶') return false;
  const screen = source.path.startsWith('src/web/');
  if (CHINESE.test(text)) return screen || !isData(node, text);
  return ENGLISH.test(text) || (ts.isJsxText(node) && SHOWN.test(text));
}

it('sentences for people stand in src/words', () => {
  const found: string[] = [];
  for (const source of sourcesIn('src')) {
    if (MAY_SPEAK.some((pattern) => pattern.test(source.path))) continue;
    walk(source.tree, (node) => {
      if (isSentence(source, node)) found.push(`${placeOf(source, node)} ${node.getText(source.tree).slice(0, 60)}`);
    });
  }
  expect(found).toEqual([]);
});

it('knows a sentence', () => {
  const code =
    "const a = ['没有找到，或不在您的工作范围内。', 'This is not a word.', '人', 'select a from b', 'invalid'];";
  const tree = ts.createSourceFile('a.ts', code, ts.ScriptTarget.ES2023, true);
  const source = { path: 'src/acts/a.ts', text: code, tree };
  let seen = 0;
  walk(tree, (node) => {
    if (isSentence(source, node)) seen += 1;
  });
  expect(seen).toBe(2);
});
