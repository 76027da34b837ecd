import { type Accessor, createEffect, createSignal, on, onCleanup } from 'solid-js';
import type { CellRef } from '~/domain/cell';
import type { PlanSheetModel } from '../createPlanSheet';
import { activeRef } from './activeRef';

const REST_MS = 180;

/** The address of the active cell once it rests: an arrow key that is held asks for nothing on the way. */
export function createRestingRef(sheet: PlanSheetModel): Accessor<CellRef | null> {
  const [resting, setResting] = createSignal<CellRef | null>(activeRef(sheet), {
    equals: (a, b) => JSON.stringify(a) === JSON.stringify(b),
  });
  createEffect(
    on(
      () => activeRef(sheet),
      (cell) => {
        const timer = setTimeout(() => setResting(cell), REST_MS);
        onCleanup(() => clearTimeout(timer));
      },
      { defer: true },
    ),
  );
  return resting;
}
