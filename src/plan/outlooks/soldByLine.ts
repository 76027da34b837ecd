import type { Plan } from '~/domain/plan';
import { buildView } from '~/engine/cube/index';
import type { OpenPlan, PlanDocument } from '../document';
import { factLines } from '../factLines';
import { type FactCache, planFacts } from '../facts';
import { type FactRange, periodFacts, planCutFacts } from '../periodFacts';

/** What the lines of a plan sold, by position, never below 0; lines that orders cannot be told between share evenly. */
export interface SoldByLine {
  /** In a period of the plan; null where a day of it is unknown. */
  period(index: number): Float64Array | null;
  /** In the last twelve known months. */
  recent: Float64Array;
}

/** Null without orders. */
export function soldByLine(
  document: PlanDocument,
  { open, plan, facts }: { open: OpenPlan; plan: Plan; facts: FactCache },
): SoldByLine | null {
  const months = planFacts(document, plan, facts);
  const cut = planCutFacts(document, plan, facts);
  const ranges = periodFacts(document, plan, buildView(open.lines, []), facts)?.actual;
  if (!months || !cut || !ranges) return null;
  const { lines } = open;
  const reader = (table: typeof months): ((range: Pick<FactRange, 'first' | 'end'>) => Float64Array) => {
    const { groupOfRow, groupOfLine, groups } = factLines(lines, table);
    const size = new Uint32Array(groups);
    for (let i = 0; i < lines.count; i += 1) if (groupOfLine[i] >= 0) size[groupOfLine[i]] += 1;
    return ({ first, end }) => {
      const sold = new Float64Array(groups);
      for (let bucket = first; bucket < end; bucket += 1) {
        const amount = table.amount[bucket];
        for (let row = 0; row < table.count; row += 1) if (groupOfRow[row] >= 0) sold[groupOfRow[row]] += amount[row];
      }
      return Float64Array.from({ length: lines.count }, (_, i) => {
        const group = groupOfLine[i];
        return group >= 0 ? Math.max(0, sold[group]) / size[group] : 0;
      });
    };
  };
  const byPeriod = reader(cut);
  const end = months.amount.length;
  return {
    period: (index) => (ranges[index].known ? byPeriod(ranges[index]) : null),
    recent: reader(months)({ first: Math.max(0, end - 12), end }),
  };
}
