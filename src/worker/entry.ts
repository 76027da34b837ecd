import { expose } from 'comlink';
import { dayOnClock } from '~/domain/period';
import { createComputePool } from './computePool';
import { createPlanHost } from './planHost';
import { tabChannel } from './tabChannel';

/** The folder the app is served from: two copies on one origin keep their data apart. */
const appPath = new URL(import.meta.env.DEV ? '/' : '..', self.location.href).pathname;

const spawn = (): Worker =>
  new Worker(new URL('./computeEntry.ts', import.meta.url), { type: 'module', name: 'quotagrid-compute' });

const host = createPlanHost({
  namespace: `quotagrid${appPath}`,
  clock: () => {
    const date = new Date();
    return { now: date.toISOString(), today: dayOnClock(date) };
  },
  pool: createComputePool({ spawn, size: Math.max(2, Math.min(4, (navigator.hardwareConcurrency || 2) - 1)) }),
  channel: tabChannel(`quotagrid${appPath}`),
});

expose(host);
