import { type SummingStructure, treeStructure } from '~/engine/forecast';
import { createRandom } from '~/engine/numeric';

export interface RandomTree {
  parent: Int32Array;
  structure: SummingStructure;
  base: Float64Array[];
  residuals: Float64Array[];
  random: () => number;
}

/** A tree of three levels of any width, with base forecasts that do not add up and errors of the past. */
export function randomTree(
  seed: number,
  { steps = 3, times = 24 }: { steps?: number; times?: number } = {},
): RandomTree {
  const random = createRandom(seed);
  const parent = [-1];
  for (let m = 0; m < 1 + Math.floor(random() * 4); m++) {
    const middle = parent.push(0) - 1;
    for (let b = 0; b < Math.floor(random() * 5); b++) parent.push(middle);
  }
  const structure = treeStructure(Int32Array.from(parent));
  const leaves = Array.from(structure.bottom, () => Math.floor(random() * 9000) + 50);
  const fromLeaves = (scatter: () => number): Float64Array[] =>
    structure.parts.map((parts) =>
      Float64Array.from({ length: steps }, () => parts.reduce((sum, p) => sum + leaves[p], 0) * (1 + scatter())),
    );
  const base = fromLeaves(() => (random() - 0.5) / 3);
  const residuals = structure.parts.map((parts) =>
    Float64Array.from({ length: times }, () => (random() - 0.5) * 400 * Math.sqrt(parts.length)),
  );
  return { parent: Int32Array.from(parent), structure, base, residuals, random };
}
