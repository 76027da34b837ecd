/**
 * The middle of several forecasts, step by step: their mean without the `cut` lowest and the `cut` highest, so that one
 * model running away moves nothing. Where that would leave none, the plain mean; of no forecasts, zeros.
 * Source: Jose & Winkler 2008 (trimmed means of forecasts); Petropoulos & Svetunkov 2020 (few models, their middle).
 */
export function centralPath(
  paths: readonly ArrayLike<number>[],
  { horizon, cut }: { horizon: number; cut: number },
): Float64Array {
  const middle = new Float64Array(horizon);
  const from = paths.length > 2 * cut ? cut : 0;
  const kept = paths.length - 2 * from;
  const column = new Float64Array(paths.length);
  for (let h = 0; h < horizon; h++) {
    paths.forEach((path, i) => {
      column[i] = path[h];
    });
    column.sort();
    for (let i = from; i < from + kept; i++) middle[h] += column[i] / kept;
  }
  return middle;
}
