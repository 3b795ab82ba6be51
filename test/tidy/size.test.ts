import { existsSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { root } from '../../src/root.ts';
import { placeOf, sourcesIn, walk } from '../support/sources.ts';

const FILE_LINES = 300;
const FUNCTION_LINES = 60;

const folders = ['src', 'test', 'bench', 'scripts'].filter((folder) => existsSync(join(root, folder)));
const sources = sourcesIn(...folders).filter((source) => !source.text.startsWith('// Generated'));

const isFunction = (node: ts.Node): node is ts.FunctionLikeDeclaration =>
  ts.isFunctionDeclaration(node) ||
  ts.isFunctionExpression(node) ||
  ts.isArrowFunction(node) ||
  ts.isMethodDeclaration(node) ||
  ts.isConstructorDeclaration(node);

/** What `describe` and its kin are given holds a list of tests, not a piece of reasoning. */
const isSuite = (node: ts.Node): boolean =>
  ts.isCallExpression(node.parent) && /^describe\b/.test(node.parent.expression.getText());

describe('size', () => {
  it(`no file is longer than ${FILE_LINES} lines`, () => {
    const long = sources.map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }));
    expect(long.filter(({ lines }) => lines > FILE_LINES)).toEqual([]);
  });

  it(`no function is longer than ${FUNCTION_LINES} lines`, () => {
    const found: string[] = [];
    for (const source of sources) {
      walk(source.tree, (node) => {
        if (!isFunction(node) || isSuite(node)) return;
        const lines = node.getText(source.tree).split('\n').length;
        if (lines > FUNCTION_LINES) found.push(`${placeOf(source, node)} ${lines} lines`);
      });
    }
    expect(found).toEqual([]);
  });
});
