import type { ForecastTreeView, ForecastTreeWords } from '~/domain/forecastTree';
import { csvText } from '~/exchange/csv/csvText';

/**
 * A reconciled tree as a file: a row per node with its path, the year's figures and the amount of each period, in whole units of
 * the currency. What is neither known nor foretold is blank.
 */
export function forecastTreeCsv(view: ForecastTreeView, words: ForecastTreeWords, minorUnit: number): string {
  const { nodes, periods, base, reconciled, target } = view;
  const width = periods.length;
  const money = (amount: number): string => (Number.isNaN(amount) ? '' : (amount / 10 ** minorUnit).toFixed(minorUnit));
  const year = (values: Float64Array, node: number): number => {
    let sum = 0;
    for (let p = 0; p < width; p += 1) sum += values[node * width + p];
    return sum;
  };
  const rows = nodes.map((_, node) => {
    const [own, summed, wanted] = [year(base, node), year(reconciled, node), spokenYear(target, { node, width })];
    const chance = view.chance[node];
    return [
      ...pathOf(view, node, words),
      money(own),
      money(summed),
      money(summed - own),
      money(wanted),
      money(summed - wanted),
      money(view.lower[node]),
      money(view.upper[node]),
      Number.isNaN(chance) ? '' : `${(chance * 100).toFixed(1)}%`,
      ...Array.from(reconciled.subarray(node * width, (node + 1) * width), money),
    ];
  });
  const depth = view.depth;
  const head = [
    words.whole,
    ...words.levels.slice(0, depth),
    words.base,
    words.reconciled,
    words.moved,
    words.target,
    words.gap,
    words.lower,
    words.upper,
    words.chance,
    ...words.periods,
  ];
  return csvText([head, ...rows]);
}

/** The sum of what is said of a year's target; NaN where nothing is. */
function spokenYear(target: Float64Array, { node, width }: { node: number; width: number }): number {
  let sum = 0;
  let spoken = 0;
  for (let p = 0; p < width; p += 1) {
    const amount = target[node * width + p];
    if (Number.isNaN(amount)) continue;
    sum += amount;
    spoken += 1;
  }
  return spoken > 0 ? sum : Number.NaN;
}

/** A node's own name under its level's head, its parents' names before it. */
function pathOf({ nodes, depth }: ForecastTreeView, node: number, words: ForecastTreeWords): string[] {
  const path = new Array<string>(depth + 1).fill('');
  path[0] = words.whole;
  for (let at = node; at > 0; at = nodes[at].parent) {
    const { at: address, label, depth: level } = nodes[at];
    path[level] = address === null ? words.beside : label || words.unassigned;
  }
  return path;
}
