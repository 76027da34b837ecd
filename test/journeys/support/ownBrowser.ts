import { type ChildProcess, spawn } from 'node:child_process';
import { type Browser, chromium, type Page } from 'playwright';
import { launchOptions } from '../../browser.mjs';

/** A browser of our own on a profile of our own, so that it can be killed as a power switch would. */
export interface OwnBrowser {
  page: Page;
  /** Ends every process of it at once; none gets to write another byte. */
  kill(): Promise<void>;
}

export async function startBrowser(profile: string): Promise<OwnBrowser> {
  const { executablePath, args, env } = launchOptions({
    args: ['--headless', '--remote-debugging-port=0', '--window-size=1440,900'],
  });
  const child = spawn(executablePath, [...args, `--user-data-dir=${profile}`, 'about:blank'], {
    detached: true,
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const kill = async (): Promise<void> => {
    try {
      process.kill(-(child.pid ?? Number.NaN), 'SIGKILL');
    } catch {
      // It ended by itself; that it did is all that counts here.
    }
    await gone;
  };
  try {
    const browser: Browser = await chromium.connectOverCDP(await addressOf(child));
    const context = browser.contexts()[0];
    return { page: context.pages()[0] ?? (await context.newPage()), kill };
  } catch (error) {
    await kill();
    throw error;
  }
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr?.on('data', (bytes: Buffer) => {
      said += bytes.toString();
      const found = /DevTools listening on (ws:\S+)/.exec(said);
      if (found) resolve(found[1]);
    });
    child.once('exit', () => reject(new Error(`the browser did not start\n${said}`)));
  });
}
