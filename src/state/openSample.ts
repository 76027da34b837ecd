import type { App } from './app';

/** Small enough to open at once, the same for everybody: what a person reads about the sample is what they see. */
const SAMPLE = { seed: 20_270_101, scale: 1 };

/** Opens the sample workspace in the language of the page and goes there; false where it did not open. */
export async function openSample(app: App): Promise<boolean> {
  const job = app.startJob('sample');
  const options = { ...SAMPLE, language: app.preferences.language() };
  const opened = await app.settleStatus(app.host.openSample(options, job.id));
  job.done();
  if (opened) app.go('home');
  return opened;
}
