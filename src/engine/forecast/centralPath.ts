/**
 * The middle of several forecasts, step by step: their median, so that one model running away moves nothing.
 * An even number takes the mean of the middle pair. Source: Petropoulos & Svetunkov 2020 (fourth place method of the M4
 * competition).
 */
export function centralPath(paths: readonly ArrayLike<number>[], horizon: number): Float64Array {
  const middle = new Float64Array(horizon);
  const column = new Float64Array(paths.length);
  const half = paths.length >> 1;
  for (let h = 0; h < horizon; h++) {
    paths.forEach((path, i) => {
      column[i] = path[h];
    });
    column.sort();
    middle[h] = paths.length % 2 === 1 ? column[half] : column[half - 1] / 2 + column[half] / 2;
  }
  return middle;
}
