import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { root } from '../../src/root.ts';
import { placeOf, sourcesIn } from '../support/sources.ts';

/** The product's nouns, spelt the same in every room. */
const NOUNS = [
  'kernel',
  'place',
  'access',
  'pairing',
  'document',
  'meeting',
  'plan',
  'project',
  'ledger',
  'indicator',
  'household',
  'evaluation',
  'exchange',
];

/** What a room holds besides the nouns. */
const OWN: Record<string, string[]> = {
  storage: ['database', 'act', 'fact', 'job'],
  acts: ['act', 'read', 'example', 'start', 'job'],
  api: ['plugins'],
  web: ['kind', 'period', 'client', 'shell', 'parts', 'home', 'act', 'fact', 'style', 'public'],
  words: ['zh-CN', 'en'],
  cli: ['read', 'admin'],
  formats: ['docx', 'pdf', 'html', 'markdown', 'text', 'evidence', 'sheet'],
};

const foldersOf = (path: string): string[] =>
  readdirSync(join(root, path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);

const sources = sourcesIn('src');

describe('names', () => {
  it('folders in the rooms are nouns of the product', () => {
    const strange = foldersOf('src').flatMap((room) =>
      foldersOf(`src/${room}`)
        .filter((folder) => !NOUNS.includes(folder) && !(OWN[room] ?? []).includes(folder))
        .map((folder) => `src/${room}/${folder}`),
    );
    expect(strange).toEqual([]);
  });

  it('files are kebab-case, components PascalCase', () => {
    const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.d)?\.tsx?$/;
    const pascal = /^[A-Z][A-Za-z0-9]*\.tsx$/;
    const strange = sources.filter(({ path }) => {
      const name = basename(path);
      return !kebab.test(name) && !(path.startsWith('src/web/') && pascal.test(name));
    });
    expect(strange.map(({ path }) => path)).toEqual([]);
  });

  it('exports are named, and never passed on from another file', () => {
    const found = sources.flatMap((source) =>
      source.tree.statements
        .filter(
          (one) => ts.isExportAssignment(one) || (ts.isExportDeclaration(one) && one.moduleSpecifier !== undefined),
        )
        .map((one) => placeOf(source, one)),
    );
    expect(found).toEqual([]);
  });

  it('every exported thing says what it is', () => {
    const found = sources.flatMap((source) =>
      source.tree.statements.filter(lacksSentence).map((one) => `${placeOf(source, one)} ${firstLine(one)}`),
    );
    expect(found).toEqual([]);
  });

  it('no test is left out by accident', () => {
    const only = sourcesIn('test').filter(({ text }) => /\b(it|test|describe)\.only\(/.test(text));
    expect(only.map(({ path }) => path)).toEqual([]);
  });

  it('migrations are numbered, and no number is used twice', () => {
    const names = readdirSync(join(root, 'migrations'));
    const numbers = names.map((name) => name.slice(0, 4));
    expect(names.filter((name) => !/^\d{4}_[a-z0-9_]+\.sql$/.test(name))).toEqual([]);
    expect(numbers.length).toBe(new Set(numbers).size);
  });

  it('the settings that are documented are those that are read', () => {
    const reads = sources.filter(({ path }) => path !== 'src/settings.ts' && !path.startsWith('src/web/'));
    const found = reads.flatMap(({ path, text }) =>
      [...text.matchAll(/process\.env\[?['.](\w+)/g)].map((match) => `${path} ${match[1] ?? ''}`),
    );
    expect(found).toEqual([]);
    expect(readFileSync(join(root, 'src/settings.ts'), 'utf8')).toContain('BANGFU_DATA');
  });
});

/** An overload or a merged type speaks once, at its first place. */
function lacksSentence(statement: ts.Statement): boolean {
  const exported =
    ts.canHaveModifiers(statement) &&
    ts.getModifiers(statement)?.some((one) => one.kind === ts.SyntaxKind.ExportKeyword);
  if (!exported) return false;
  const docs = ts.getJSDocCommentsAndTags(statement).filter(ts.isJSDoc);
  return docs.every(
    (doc) => (ts.getTextOfJSDocComment(doc.comment) ?? '').trim() === '' && (doc.tags?.length ?? 0) === 0,
  );
}

const firstLine = (node: ts.Node): string => node.getText().split('\n')[0]?.slice(0, 80) ?? '';
