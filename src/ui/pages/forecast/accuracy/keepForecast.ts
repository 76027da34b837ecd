import type { App } from '~/state/app';

/** Keeps the forecast of the plan's main nodes as it stands: how many there were, null where it was refused or stopped. */
export async function keepForecast(app: App): Promise<number | null> {
  const job = app.startJob('forecast');
  const draft = await app.attempt(app.host.forecastToKeep(job.id));
  job.done();
  if (!draft) return null;
  const kept = await app.run({ name: 'forecast/keep', ...draft });
  return kept.ok ? draft.nodes.length : null;
}
