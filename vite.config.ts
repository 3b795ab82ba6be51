import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const server = `http://127.0.0.1:${process.env['PORT'] ?? '3000'}`;

/** Files smaller than this are not worth a second copy, in bytes. */
const SMALL = 1400;
/** Kinds of file that shrink; fonts are packed already. */
const SHRINKS = /\.(js|css|svg|html)$/;

/** Puts a `.br` and a `.gz` beside each file that shrinks, so that the server has nothing to pack while it serves. */
function packed(): Plugin {
  return {
    name: 'packed',
    apply: 'build',
    writeBundle({ dir = '' }) {
      for (const name of readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((one) => SHRINKS.test(one))) {
        const bytes = readFileSync(join(dir, name));
        if (bytes.length < SMALL) continue;
        const params = { [constants.BROTLI_PARAM_QUALITY]: 10, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
        writeFileSync(join(dir, `${name}.br`), brotliCompressSync(bytes, { params }));
        writeFileSync(join(dir, `${name}.gz`), gzipSync(bytes, { level: 9 }));
      }
    },
  };
}

/** The pages in src/web; `npx vite src/web --config vite.config.ts` serves them while one works, with the API of `npm start`. */
export default defineConfig({
  root: 'src/web',
  plugins: [react(), packed()],
  server: {
    host: '127.0.0.1',
    port: 5173,
    proxy: { '/api': { target: server, changeOrigin: true, headers: { origin: server } } },
  },
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: false,
    chunkSizeWarningLimit: 1500,
    // What changes seldom stands by itself: a new version of ours leaves it in the browser's keeping.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|react-router|scheduler|@tanstack)[\\/]/ },
            { name: 'rules', test: /node_modules[\\/]zod[\\/]|src[\\/](contract|core[\\/](kernel|access))[\\/]/ },
          ],
        },
      },
    },
  },
});
