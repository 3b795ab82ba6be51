import type { Lang } from './cli.ts';
import { fileProblemEn } from './en/file-problem.ts';
import { fileProblemZh } from './zh-CN/file-problem.ts';

/** The sentence of a file that cannot be read; an unknown code answers itself. */
export function fileProblemText(
  lang: Lang,
  problem: { code: string; params: Record<string, string | number | undefined> },
): string {
  const table: Record<string, string> = lang === 'en' ? fileProblemEn : fileProblemZh;
  const megabytes = (n: string | number | undefined): string =>
    String(Math.round((Number(n ?? 0) / 1_048_576) * 10) / 10);
  return (table[problem.code] ?? problem.code).replace(/\{(\w+)\}/g, (_, name: string) =>
    name.endsWith('Mb') ? megabytes(problem.params[name.slice(0, -2)]) : String(problem.params[name] ?? ''),
  );
}
