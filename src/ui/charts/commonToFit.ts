import type { SimulationView } from '~/domain/simulationView';

/** A range that is less than this much wider is the same range. */
const CLEARLY = 1.25;
/** Standard deviations between the ends of a range that holds eight of ten. */
const TWO_SIDES = 2.5631;

/**
 * The spread of the whole market with which simulated years would lie about as far apart as the forecast of the whole has them; null
 * where they do so already. Nodes foretold one by one err together more than the rule says where this is much higher. Both ranges
 * are eight times in ten, so their widths are to each other as standard deviations.
 */
export function commonToFit({ forecast, head }: Pick<SimulationView, 'forecast' | 'head'>): number | null {
  if (!forecast) return null;
  const { mean, p10, p90 } = head.total;
  const [own, drawn] = [forecast.upper - forecast.lower, p90 - p10];
  if (!(mean > 0) || own <= CLEARLY * drawn) return null;
  const missing = (own ** 2 - drawn ** 2) / (TWO_SIDES * mean) ** 2;
  return Math.sqrt(head.rule.common ** 2 + missing);
}
