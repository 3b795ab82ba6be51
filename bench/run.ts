// npm run bench -- reading|places|http|import|books|ledger … [--entries=N] [--rows=N] [--json]: every measure beside its yardstick from the same run (README here).
import type { Measure } from './measure.ts';
import { withBenchDatabase } from './bench-database.ts';

const BENCHES: Record<string, () => Promise<Measure[]>> = {
  reading: async () => (await import('./reading.ts')).run(),
  places: async () => withBenchDatabase(async (url) => (await import('./places.ts')).run(url)),
  import: async () => (await import('./import.ts')).run(asked('entries'), asked('rows')),
  books: async () => (await import('./books.ts')).run(asked('entries')),
  ledger: async () => (await import('./ledger/run.ts')).run(asked('entries')),
  http: async () => withBenchDatabase(async (url) => (await import('./http.ts')).run(url)),
};

/** `--rows=1000000` or `--rows 1000000` of benches that ask for a number of rows (or entries); undefined: theirs. */
function asked(name: 'rows' | 'entries'): number | undefined {
  const at = process.argv.findIndex((arg) => arg === `--${name}` || arg.startsWith(`--${name}=`));
  const said = at < 0 ? undefined : (process.argv[at]?.split('=')[1] ?? process.argv[at + 1]);
  return said === undefined ? undefined : Number(said);
}

/** One line a measure for scripts, or a table for people. Exit code 1 where a goal is missed. */
async function main(): Promise<void> {
  const args = process.argv.slice(2);
  const json = args.includes('--json');
  const names = args.filter((arg, i) => !arg.startsWith('--') && !/^--(rows|entries)$/.test(args[i - 1] ?? ''));
  const unknown = names.filter((name) => !(name in BENCHES));
  if (unknown.length > 0) {
    process.stderr.write(`${unknown.join(', ')}? ${Object.keys(BENCHES).join(' | ')}\n`);
    process.exit(2);
  }
  let missed = false;
  for (const name of names.length > 0 ? names : Object.keys(BENCHES)) {
    const measures = (await BENCHES[name]?.()) ?? [];
    for (const measure of measures) missed ||= !measure.met;
    process.stdout.write(json ? measures.map((one) => `${JSON.stringify(one)}\n`).join('') : table(name, measures));
  }
  process.exitCode = missed ? 1 : 0;
}

function table(name: string, measures: readonly Measure[]): string {
  const rows = measures.map((m) => [
    m.met ? '✔' : '✘',
    m.measure,
    `${m.value} ${m.unit}`,
    m.yardstick === null ? '' : `${m.yardstick} ${m.unit}`,
    m.ratio === null ? '' : `${m.ratio}×`,
    m.goal,
  ]);
  const all = [['', 'measure', 'value', 'yardstick', 'ratio', 'goal'], ...rows];
  const widths = all[0]?.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length))) ?? [];
  return `\n${name}\n${all.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`).join('\n')}\n`;
}

await main();
