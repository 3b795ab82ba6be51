import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const server = `http://127.0.0.1:${process.env['PORT'] ?? '3000'}`;

/** The pages in src/web; `npx vite src/web --config vite.config.ts` serves them while one works, with the API of `npm start`. */
export default defineConfig({
  root: 'src/web',
  plugins: [react()],
  server: { host: '127.0.0.1', port: 5173, proxy: { '/api': server } },
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: false,
    chunkSizeWarningLimit: 1500,
  },
});
