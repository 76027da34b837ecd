import { proxy } from 'comlink';
import { type Issue, issue } from '~/domain/issue';
import { fail } from '~/domain/result';
import { createLink, type Link, LinkFailure } from './link';
import {
  type ComputePool,
  TASK_LIMITS,
  type TaskControl,
  type TaskInput,
  type TaskName,
  type TaskOutput,
} from './tasks';

/** What a compute worker offers. */
export interface ComputeApi {
  run(name: TaskName, input: unknown, onProgress: (done: number, total: number | null) => void): Promise<unknown>;
}

const TASK_LIMIT = 30 * 60_000;
const CANCEL_POLL = 50;

/**
 * A few workers beside planHost, started when first needed. A cancelled computation ends its worker at once; the next
 * one gets a new worker. With all workers busy, tasks wait in order.
 */
export function createComputePool(options: { spawn: () => Worker; size: number }): ComputePool {
  const idle: Link<ComputeApi>[] = [];
  const waiting: ((link: Link<ComputeApi>) => void)[] = [];
  let started = 0;

  const take = (): Promise<Link<ComputeApi>> => {
    const link = idle.pop();
    if (link) return Promise.resolve(link);
    if (started < options.size) {
      started += 1;
      return Promise.resolve(createLink<ComputeApi>({ spawn: options.spawn }));
    }
    return new Promise((resolve) => waiting.push(resolve));
  };

  const give = (link: Link<ComputeApi>): void => {
    const next = waiting.shift();
    if (next) next(link);
    else idle.push(link);
  };

  return {
    async run<N extends TaskName>(name: N, input: TaskInput<N>, control: TaskControl): Promise<TaskOutput<N>> {
      const link = await take();
      if (control.signal.aborted) {
        give(link);
        return fail(issue('worker/cancelled')) as TaskOutput<N>;
      }
      const watch = setInterval(() => {
        if (control.signal.aborted) link.end();
      }, CANCEL_POLL);
      try {
        const onProgress = proxy((done: number, total: number | null) => control.onProgress(done, total));
        const limit = TASK_LIMITS[name]?.ms ?? TASK_LIMIT;
        return (await link.call((remote) => remote.run(name, input, onProgress), limit)) as TaskOutput<N>;
      } catch (error) {
        if (error instanceof LinkFailure)
          return fail(link.generation > 0 ? told(name, error.issue) : error.issue) as TaskOutput<N>;
        throw error;
      } finally {
        clearInterval(watch);
        give(link);
      }
    },
  };
}

/** A file that hangs or bursts its worker is the file's doing: the issue says so, and what to do about it. */
function told(name: TaskName, found: Issue): Issue {
  const own = TASK_LIMITS[name]?.issue;
  return own && (found.code === 'worker/timeout' || found.code === 'worker/died') ? issue(own) : found;
}
