// Builds dist/server (the server and the CLI, packages left outside) and dist/web (the pages).
//   node scripts/build.mjs [server|web]     without a word: both
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'vite';
import { digestOf } from './setup/build.mjs';
import { root, say } from './setup/common.mjs';

/** The programs, and every `*-worker.ts`, which the program starts as a thread from beside itself. */
function entries() {
  const named = { server: 'src/api/server.ts', cli: 'src/cli/main.ts' };
  const workers = readdirSync(join(root, 'src'), { recursive: true })
    .filter((file) => file.endsWith('-worker.ts') && !file.startsWith('web'))
    .map((file) => [basename(file, '.ts'), join('src', file)]);
  const all = { ...named, ...Object.fromEntries(workers) };
  return Object.fromEntries(
    Object.entries(all)
      .filter(([, file]) => existsSync(join(root, file)))
      .map(([name, file]) => [name, join(root, file)]),
  );
}

const MAKE = {
  server: (outDir) =>
    build({
      root,
      configFile: false,
      publicDir: false,
      logLevel: 'warn',
      build: {
        ssr: true,
        outDir,
        target: 'node20',
        minify: false,
        sourcemap: true,
        rollupOptions: {
          input: entries(),
          output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
        },
      },
    }),
  web: (outDir) =>
    build({
      root: join(root, 'src/web'),
      configFile: join(root, 'vite.config.ts'),
      logLevel: 'warn',
      build: { outDir, emptyOutDir: true },
    }),
};

async function make(part) {
  if (part === 'web' && !existsSync(join(root, 'src/web/index.html')))
    return say('no src/web/index.html yet: no pages built');
  if (part === 'server' && Object.keys(entries()).length === 0)
    return say('no src/api/server.ts or src/cli/main.ts yet: no program built');
  const digest = digestOf(part);
  const place = join(root, 'dist', part);
  const fresh = `${place}.new`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  await MAKE[part](fresh);
  writeFileSync(join(fresh, '.built'), digest);
  // Whole or not at all: a program that is just starting never meets half a build.
  rmSync(place, { recursive: true, force: true });
  renameSync(fresh, place);
}

const asked = process.argv.slice(2);
for (const part of asked.length > 0 ? asked : ['server', 'web']) await make(part);
