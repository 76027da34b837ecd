import type { ChartPart } from '~/domain/range';

export interface WaterfallStep {
  kind: 'lastYear' | 'target' | 'rise' | 'fall';
  /** Where the bar begins, how high it is, where it ends at the top. */
  base: number;
  height: number;
  top: number;
}

/**
 * Where the bars of a waterfall stand: the first and the last part are sums from the ground, each part between them hangs
 * where the one before ended. Below zero a bar hangs from the ground: what is drawn is its size.
 */
export function waterfallSteps(parts: readonly ChartPart[]): WaterfallStep[] {
  let level = 0;
  return parts.map(({ id, target }) => {
    const amount = target ?? 0;
    if (id === 'lastYear' || id === 'target') {
      level = amount;
      return { kind: id, base: 0, height: amount, top: Math.max(0, amount) };
    }
    const from = level;
    level += amount;
    const base = Math.min(from, level);
    return { kind: amount < 0 ? 'fall' : 'rise', base, height: Math.abs(amount), top: Math.max(from, level) };
  });
}
