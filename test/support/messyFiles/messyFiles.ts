import { longFile } from './longFile';
import { LONG_LAYOUTS } from './longLayouts';
import type { MessyFile } from './messyFile';
import { WIDE_LAYOUTS, wideFile } from './wideFile';

/** Every layout once, with rows and amounts of the seed. */
export const messyFiles = (seed: number): MessyFile[] => [
  ...LONG_LAYOUTS.map((layout, i) => longFile(layout, seed + i)),
  ...WIDE_LAYOUTS.map((layout, i) => wideFile(layout, seed + 100 + i)),
];
