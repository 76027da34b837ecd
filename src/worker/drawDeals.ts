import { ok, type Result } from '~/domain/result';
import type { DealSimulation } from '~/engine/pipeline/index';
import type { ComputePool, TaskControl } from './tasks';

/** Draws in all, and how many parts they are drawn in: as many workers may take one each. */
const DRAWS = 10_000;
const PARTS = 4;

/**
 * Ten thousand draws of what deals may bring, in parts that workers draw side by side; each part has a seed of its own,
 * so that the answer does not hang on how many workers there are. One after another by draw and month.
 */
export async function drawDeals(
  pool: ComputePool,
  { input, control }: { input: Omit<DealSimulation, 'draws' | 'seed'>; control: TaskControl },
): Promise<Result<Float64Array>> {
  const each = DRAWS / PARTS;
  const done = new Array<number>(PARTS).fill(0);
  const parts = await Promise.all(
    Array.from({ length: PARTS }, (_, part) =>
      pool.run(
        'dealDraws',
        { ...input, draws: each, seed: 1 + part },
        {
          signal: control.signal,
          onProgress: (drawn) => {
            done[part] = drawn;
            control.onProgress(
              done.reduce((sum, one) => sum + one, 0),
              DRAWS,
            );
          },
        },
      ),
    ),
  );
  const sums = new Float64Array(DRAWS * input.spans);
  for (const [part, drawn] of parts.entries()) {
    if (!drawn.ok) return drawn;
    sums.set(drawn.value, part * each * input.spans);
  }
  return ok(sums);
}
