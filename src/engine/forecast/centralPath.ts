/**
 * The middle of several forecasts, step by step: their mean without one lowest and one highest, so that one model
 * running away moves nothing. Of two the mean, of one itself; none gives zeros.
 * Source: Jose & Winkler 2008 (trimmed means of forecasts); Petropoulos & Svetunkov 2020 (few models, their middle).
 */
export function centralPath(paths: readonly ArrayLike<number>[], horizon: number): Float64Array {
  const middle = new Float64Array(horizon);
  const cut = paths.length > 2 ? 1 : 0;
  const column = new Float64Array(paths.length);
  for (let h = 0; h < horizon; h++) {
    paths.forEach((path, i) => {
      column[i] = path[h];
    });
    column.sort();
    for (let i = cut; i < column.length - cut; i++) middle[h] += column[i] / (column.length - 2 * cut);
  }
  return middle;
}
