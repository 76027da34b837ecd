import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serve } from './server.mjs';

type Server = Awaited<ReturnType<typeof serve>>;

let folder: string;
let server: Server;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'quotagrid-server-'));
  mkdirSync(join(folder, 'dist', 'assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'not for serving');
  writeFileSync(join(folder, 'dist', 'index.html'), '<!doctype html>');
  writeFileSync(join(folder, 'dist', 'assets', 'app-1.js'), 'export {}');
  server = await serve({ dir: join(folder, 'dist'), base: '/tools/plan/' });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

/** The path as written: `fetch` would tidy it before it is sent. */
function status(path: string): Promise<number | undefined> {
  return new Promise((done, refuse) => {
    get({ host: '127.0.0.1', port: server.port, path, agent: false }, (answer) => {
      answer.resume();
      done(answer.statusCode);
    }).on('error', refuse);
  });
}

describe('the static server', () => {
  test('serves modules as JavaScript for ever and the page never from a cache', async () => {
    const page = await fetch(server.url);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('cache-control')).toBe('no-cache');
    const script = await fetch(`${server.url}assets/app-1.js`);
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(script.headers.get('cache-control')).toContain('immutable');
  });

  test('lives under its path only, and leads there from the path without a slash', async () => {
    expect(await status('/')).toBe(404);
    expect(await status('/tools/plan')).toBe(301);
    expect(await status('/tools/plan/')).toBe(200);
    expect(await status('/tools/plan/gone.js')).toBe(404);
  });

  test.each([
    '/tools/plan/../secret.txt',
    '/tools/plan/%2e%2e/secret.txt',
    '/tools/plan/..%2fsecret.txt',
    '/tools/plan/%00',
    '/tools/plan/%zz',
  ])('gives nothing outside its folder: %s', async (path) => {
    expect(await status(path)).toBeGreaterThanOrEqual(400);
  });

  test('moves on to the next port where one is taken, and is gone once closed', async () => {
    const second = await serve({ dir: join(folder, 'dist'), port: server.port });
    expect(second.port).toBeGreaterThan(server.port);
    await second.close();
    await expect(fetch(second.url)).rejects.toThrow();
  });
});
