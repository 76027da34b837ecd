import type { BrowserContext } from 'playwright';

/** Everything that went wrong on the pages of one context, in order; a journey ends by expecting none. */
export interface Watch {
  /** Requests to anywhere but the app's own origin. */
  outside: string[];
  /** Breaches of the content policy, in pages and workers. */
  violations: string[];
  /** Console errors and uncaught errors. */
  errors: string[];
  /** Requests that were answered with 400 or above, or not at all. */
  failed: string[];
}

const POLICY = /content security policy|violates the following/i;

/** Starts watching before the first page opens, so that nothing at loading time is missed. */
export async function watchContext(context: BrowserContext, origin: string): Promise<Watch> {
  const watch: Watch = { outside: [], violations: [], errors: [], failed: [] };
  const note = (text: string): void => {
    (POLICY.test(text) ? watch.violations : watch.errors).push(text);
  };

  context.on('request', (request) => {
    if (!isInside(request.url(), origin)) watch.outside.push(request.url());
  });
  context.on('response', (response) => {
    if (response.status() >= 400) watch.failed.push(`${response.status()} ${response.url()}`);
  });
  context.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? 'failed';
    if (reason !== 'net::ERR_ABORTED') watch.failed.push(`${reason} ${request.url()}`);
  });
  context.on('console', (message) => {
    if (message.type() === 'error') note(message.text());
  });
  context.on('weberror', (error) => {
    watch.errors.push(String(error.error().stack ?? error.error()));
  });
  context.on('page', (page) => {
    page.on('websocket', (socket) => {
      watch.outside.push(socket.url());
    });
  });
  await context.exposeBinding('__violation', (_, text: string) => {
    watch.violations.push(text);
  });
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const report = (globalThis as unknown as { __violation(text: string): void }).__violation;
      report(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
    });
  });
  return watch;
}

function isInside(url: string, origin: string): boolean {
  return url.startsWith(`${origin}/`) || url.startsWith('data:') || url.startsWith(`blob:${origin}`);
}
