import ts from 'typescript';
import { expect, it } from 'vitest';
import { placeOf, sourcesIn, walk } from '../support/sources.ts';

/** What the compiler cannot see: the clock, chance and floats, which core gets as arguments or does without. */
const BANNED = ['Date.now', 'Math.random', 'parseFloat', 'Number.parseFloat', 'performance.now', 'crypto.randomUUID'];

const isBanned = (node: ts.Node): boolean => {
  if (ts.isNewExpression(node)) return node.expression.getText() === 'Date' && (node.arguments ?? []).length === 0;
  if (!ts.isCallExpression(node)) return false;
  const called = node.expression.getText();
  return BANNED.includes(called) || called === 'Date' || /\.(toFixed|toLocaleString|toLocaleDateString)$/.test(called);
};

it('core asks neither the clock nor chance, and rounds nothing through floats', () => {
  const found: string[] = [];
  for (const source of sourcesIn('src/core', 'src/contract', 'src/words')) {
    walk(source.tree, (node) => {
      if (isBanned(node)) found.push(`${placeOf(source, node)} ${node.getText(source.tree)}`);
    });
  }
  expect(found).toEqual([]);
});

it('knows what it looks for', () => {
  const text = 'const a = [new Date(), Date.now(), Math.random(), parseFloat("1"), (1).toFixed(2), new Date(0)];';
  const tree = ts.createSourceFile('a.ts', text, ts.ScriptTarget.ES2023, true);
  let seen = 0;
  walk(tree, (node) => {
    if (isBanned(node)) seen += 1;
  });
  expect(seen).toBe(5);
});
