import { spawn } from 'node:child_process';
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inRoot } from '../../src/root.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bangfu-read-'));
});
afterAll(() => rm(folder, { recursive: true }));

interface Answer {
  code: number | null;
  out: string;
  lines: {
    file: string;
    error?: { code: string; message: string };
    facts?: { value: string; quote: string; start: number; end: number }[];
  }[];
}

function bangfu(args: string[], input = ''): Promise<Answer> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', 'tsx', inRoot('src', 'cli', 'main.ts'), ...args], {
      cwd: inRoot(),
    });
    let out = '';
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString('utf8')));
    child.on('close', (code) => {
      const json = args.includes('--json')
        ? out
            .trim()
            .split('\n')
            .map((line) => JSON.parse(line) as Answer['lines'][number])
        : [];
      resolve({ code, out, lines: json });
    });
    child.stdin.end(input);
  });
}

it('prints one object a file in the order asked for, and goes on after one that cannot be read', async () => {
  const text = '会议指出，全年投入帮扶资金320万元，培训干部45名，各项任务顺利完成。';
  await writeFile(join(folder, 'a.txt'), text);
  await writeFile(join(folder, 'b.docx'), Uint8Array.of(0xff, 0xd8, 0xff, 0xe0));
  const large = await open(join(folder, 'c.txt'), 'w');
  await large.truncate(200 * 1024 * 1024);
  await large.close();
  const { code, lines } = await bangfu([
    'read',
    join(folder, 'a.txt'),
    join(folder, 'b.docx'),
    join(folder, 'c.txt'),
    join(folder, 'none.txt'),
    '--json',
  ]);
  expect(code).toBe(1);
  expect(lines.map((line) => line.error?.code)).toEqual([
    undefined,
    'file.is_image',
    'file.too_large',
    'file.not_found',
  ]);
  for (const fact of lines[0]?.facts ?? []) expect(text.slice(fact.start, fact.end)).toBe(fact.quote);
  expect(lines[0]?.facts?.map((fact) => fact.value)).toEqual(['320', '45']);
});

it('takes folders, patterns and standard input; speaks Chinese, or English when asked', async () => {
  const samples = inRoot('test', 'reading', 'texts');
  const { code, lines } = await bangfu(['read', samples, join(samples, 's0*.txt'), '--json']);
  expect(code).toBe(0);
  expect(lines.length).toBeGreaterThanOrEqual(18);
  const piped = await bangfu(['read', '-'], '会议由局长主持，会议要求加强帮扶资金监管，投入资金30万元。');
  expect(piped.out).toContain('事实数据');
  const missing = await bangfu(['read', join(folder, 'none.txt'), '--json', '--lang', 'en']);
  expect(missing.lines[0]?.error?.message).toContain('There is no file');
  expect((await bangfu(['read', '--what'])).code).toBe(2);
});
