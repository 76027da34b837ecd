/** Builds the harness into a folder: a process of its own, as inside the test runner Vite would take NODE_ENV=test. */
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import solid from 'vite-plugin-solid';

const folder = (path) => fileURLToPath(new URL(path, import.meta.url));

await build({
  configFile: false,
  root: folder('.'),
  base: './',
  logLevel: 'warn',
  plugins: [solid({ hot: false })],
  resolve: { alias: { '~': folder('../../../../src') } },
  build: { outDir: process.argv[2], emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 2000 },
});
