import { longFile } from './longFile';
import { LONG_LAYOUTS } from './longLayouts';
import type { MessyFile } from './messyFile';
import { WIDE_LAYOUTS, wideFile } from './wideFile';

/** Every layout once, with rows and amounts of the seed; `count` lines per sale file instead of forty. */
export const messyFiles = (seed: number, count?: number): MessyFile[] => [
  ...LONG_LAYOUTS.map((layout, i) => longFile({ ...layout, ...(count === undefined ? {} : { count }) }, seed + i)),
  ...WIDE_LAYOUTS.map((layout, i) => wideFile(layout, seed + 100 + i)),
];
