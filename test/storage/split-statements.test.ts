import { describe, expect, it } from 'vitest';
import { splitStatements } from '../../src/storage/database/split-statements.ts';

const texts = (sql: string): string[] => splitStatements(sql).map((one) => one.text);

describe('splitStatements', () => {
  it('cuts at semicolons and leaves out what is empty', () => {
    expect(texts('a; b ;\n;  c')).toEqual(['a', 'b', 'c']);
  });

  it('does not cut inside quotes', () => {
    expect(texts(`select 'a;''b;'; select ";""x;"`)).toEqual([`select 'a;''b;'`, `select ";""x;"`]);
  });

  it('knows backslashes only in E strings', () => {
    expect(texts(String.raw`select E'a\';b'; select 'a\'; select 1`)).toEqual([
      String.raw`select E'a\';b'`,
      String.raw`select 'a\'`,
      'select 1',
    ]);
  });

  it('does not cut inside dollar quotes, also nested ones', () => {
    const body = `create function f() returns int as $f$ begin execute $$ a; b $$; return 1; end $f$ language plpgsql`;
    expect(texts(`${body}; select $1; select a$b$c; select 2`)).toEqual([
      body,
      'select $1',
      'select a$b$c',
      'select 2',
    ]);
  });

  it('leaves comments out between statements and keeps them within', () => {
    expect(texts('-- one;\n/* two; /* deep; */ ; */ a -- x;\n + b; -- end;')).toEqual(['a -- x;\n + b']);
  });

  it('tells the line that a statement begins on', () => {
    expect(splitStatements('-- x\n\na;\n\n/* y\n */ b').map((one) => one.line)).toEqual([3, 6]);
  });

  it('refuses a file that ends inside a quote', () => {
    expect(() => splitStatements("select 1;\nselect 'a")).toThrow(/line 2/);
    expect(() => splitStatements('/* a')).toThrow();
    expect(() => splitStatements('$x$ a')).toThrow();
  });
});
