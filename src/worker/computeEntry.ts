import { expose, transfer } from 'comlink';
import type { ComputeApi } from './computePool';
import { TASKS, type TaskControl, type TaskName } from './tasks';

/** Runs one task at a time; cancelling ends this worker, so no signal needs to arrive. */
const api: ComputeApi = {
  async run(name: TaskName, input, onProgress) {
    let last: unknown = null;
    const control: TaskControl = {
      signal: { aborted: false },
      onProgress: (done, total) => {
        last = onProgress(done, total);
      },
    };
    const result = await (TASKS[name] as (i: unknown, c: TaskControl) => Promise<unknown>)(input, control);
    await last;
    return transfer(result, buffersOf(result));
  },
};

/** Typed arrays leave this worker without a copy. */
function buffersOf(value: unknown, found: Set<ArrayBuffer> = new Set(), depth = 0): ArrayBuffer[] {
  if (depth > 6 || value === null || typeof value !== 'object') return [...found];
  if (ArrayBuffer.isView(value)) {
    if (value.buffer instanceof ArrayBuffer) found.add(value.buffer);
  } else if (Array.isArray(value)) {
    if (typeof value[0] === 'object') for (const item of value) buffersOf(item, found, depth + 1);
  } else {
    for (const item of Object.values(value)) buffersOf(item, found, depth + 1);
  }
  return [...found];
}

expose(api);
