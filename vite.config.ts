import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import solid from 'vite-plugin-solid';
import { defineConfig } from 'vitest/config';

const version = JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8')).version as string;

/** Tests that keep something: databases, workers, the state of a page, clocks and frames of their own, a server. */
const STORED = [
  'test/storage/**/*.test.ts',
  'test/worker/**/*.test.ts',
  'test/state/**/*.test.ts',
  'test/ui/**/*.test.ts',
  'test/server.test.ts',
];

const CONTENT_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "worker-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
].join('; ');

/** Writes the content policy into the built page; the dev server goes without, as it needs inline scripts and a socket. */
function contentPolicy(): Plugin {
  return {
    name: 'content-policy',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: () => [
        {
          tag: 'meta',
          attrs: { 'http-equiv': 'Content-Security-Policy', content: CONTENT_POLICY },
          injectTo: 'head-prepend',
        },
      ],
    },
  };
}

const alias = { '~': fileURLToPath(new URL('./src', import.meta.url)) };

/** One core stays free where there are many; two cores both work. */
const WORKERS = Math.max(2, availableParallelism() - 1);

export default defineConfig({
  base: './',
  plugins: [solid({ hot: false }), contentPolicy()],
  resolve: { alias },
  define: { __APP_VERSION__: JSON.stringify(version) },
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1200,
  },
  test: {
    environment: 'node',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          testTimeout: 30_000,
          maxWorkers: WORKERS,
          include: ['test/**/*.test.ts'],
          exclude: [...STORED, 'test/journeys/**', 'test/long/**', 'test/bench/**'],
          // What is tested here keeps nothing between files: loading it once for all of them halves the time.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'stored',
          environment: 'node',
          // Every file has databases of its own.
          setupFiles: ['fake-indexeddb/auto'],
          testTimeout: 30_000,
          maxWorkers: WORKERS,
          include: STORED,
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          environment: 'node',
          include: ['test/journeys/**/*.test.ts'],
          globalSetup: ['test/journeys/buildApp.ts'],
          testTimeout: 240_000,
          hookTimeout: 240_000,
          // What a page is waited for may take its time on a busy machine; it is waited for all the same.
          expect: { poll: { timeout: 15_000 } },
          // A journey waits half of its time, so two at once keep two cores busy. Every file has a browser of its own,
          // every traveller a profile of its own. After the tests that reckon, which take all there is.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'long',
          environment: 'node',
          include: ['test/long/**/*.test.ts'],
          globalSetup: ['test/journeys/buildApp.ts'],
          testTimeout: 3_600_000,
          hookTimeout: 600_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
