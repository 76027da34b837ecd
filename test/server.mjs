/** A small static server for the built app: what `npm start` runs, and what journeys mount under a sub-path. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const MIME_TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

const TRIES = 20;

/**
 * Serves `dir` at `base` ('/' or '/tools/plan/'). Port 0 takes any free one; a taken port moves on to the next.
 * `headers` are added to every answer. Resolves to the page's address and a `close` that also cuts kept-alive connections, so that tests can go offline.
 */
export async function serve({ dir, base = '/', port = 0, host = '127.0.0.1', headers = {} }) {
  const root = resolve(dir);
  const server = createServer((request, response) => answer({ request, response, root, base, headers }));
  const taken = await listen(server, { port, host });
  const close = () =>
    new Promise((done) => {
      server.close(() => done(undefined));
      server.closeAllConnections();
    });
  return { url: `http://${host}:${taken}${base}`, origin: `http://${host}:${taken}`, port: taken, close };
}

async function listen(server, { port, host }) {
  for (let wanted = port; ; wanted++) {
    try {
      return await listenOnce(server, { port: wanted, host });
    } catch (error) {
      if (error.code !== 'EADDRINUSE' || wanted - port >= TRIES) throw error;
    }
  }
}

function listenOnce(server, { port, host }) {
  return new Promise((done, refuse) => {
    server.once('error', refuse);
    server.listen(port, host, () => {
      server.off('error', refuse);
      done(server.address().port);
    });
  });
}

async function answer({ request, response, root, base, headers }) {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405);
  const path = pathOf(request.url);
  if (path === null || path.includes('\0')) return refuse(response, 400);
  if (`${path}/` === base) return redirect(response, base);
  if (!path.startsWith(base)) return refuse(response, 404);
  const file = join(root, path.endsWith('/') ? `${path.slice(base.length)}index.html` : path.slice(base.length));
  if (!file.startsWith(root + sep)) return refuse(response, 403);
  const found = await stat(file).catch(() => null);
  if (!found?.isFile()) return refuse(response, 404);
  response.writeHead(200, {
    'content-type': MIME_TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream',
    'content-length': found.size,
    'cache-control': path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    'x-content-type-options': 'nosniff',
    ...headers,
  });
  if (request.method === 'HEAD') return response.end();
  createReadStream(file)
    .on('error', () => response.destroy())
    .pipe(response);
}

function pathOf(url) {
  try {
    return decodeURIComponent(url.split(/[?#]/, 1)[0]);
  } catch {
    return null;
  }
}

function refuse(response, status) {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(String(status));
}

function redirect(response, to) {
  response.writeHead(301, { location: to }).end();
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const wanted = Number(process.argv[2] ?? process.env.PORT ?? 4173);
  const dir = fileURLToPath(new URL('../dist', import.meta.url));
  const { url } = await serve({ dir, port: wanted });
  process.stdout.write(`Quotagrid is served at ${url}\n`);
}
