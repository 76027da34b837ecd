import { netByCustomer } from '~/engine/kpi/index';
import { membersOf } from '../document';
import { hierarchyOf } from '../members';
import type { ListScene } from './customerListScene';
import type { ListValues } from './customerListValues';
import { memberTargets } from './memberTotals';
import { sumSpoken } from './nodeTargets';
import { orderCoverage } from './orderCoverage';
import { orderFacts } from './viewCache';

/** The working target of the plan's year per customer; blank for customers that are planned in a pool, or not at all. */
export function listTarget(scene: ListScene): ListValues {
  const gap = targetGap(scene);
  const numbers = targetsOf(scene);
  return { kind: 'money', numbers, texts: null, total: (codes) => totalOf(numbers, codes), gap };
}

/** Net sales of the plan's year so far ÷ its whole target (kpi sheet §2, attainment); blank without a target above 0, and where a day of the year is not known. */
export function listAttainment(scene: ListScene): ListValues {
  const targets = targetsOf(scene);
  const sold = soldInYear(scene);
  const numbers = targets.map((target, code) => (sold && target > 0 ? sold[code] / target : Number.NaN));
  const total = (codes: Uint32Array): number | null => {
    if (!sold) return null;
    const planned = codes.filter((code) => targets[code] > 0);
    const all = totalOf(targets, planned) ?? 0;
    return all > 0 ? (totalOf(sold, planned) ?? 0) / all : null;
  };
  return { kind: 'share', numbers, texts: null, total, gap: targetGap(scene) ?? (sold ? null : 'noOrders') };
}

/** Net sales by customer from the start of the plan's year to the last complete day; null where none of it is known. */
function soldInYear({ document, cache, plan }: ListScene): Float64Array | null {
  const coverage = orderCoverage(document);
  if (!plan || !coverage) return null;
  const { from } = plan.periods[0];
  const to = Math.min(coverage.asOf, plan.periods[plan.periods.length - 1].to);
  const isKnown = coverage.stretches.some((stretch) => stretch.from <= from && stretch.to >= to);
  if (to < from || !isKnown) return null;
  return netByCustomer(orderFacts(document, cache), { from, to }, membersOf(document, 'customer').next);
}

function targetsOf({ document, plan }: ListScene): Float64Array {
  const numbers = new Float64Array(membersOf(document, 'customer').next).fill(Number.NaN);
  if (!plan) return numbers;
  const level = Math.max(0, (hierarchyOf(document.records, plan.id, 'customer')?.levels.length ?? 1) - 1);
  for (const [code, amounts] of memberTargets(document, plan, { dimension: 'customer', level, at: {} })) {
    const target = sumSpoken(amounts);
    if (target !== null) numbers[code] = target;
  }
  return numbers;
}

function targetGap({ document, plan }: ListScene): ListValues['gap'] {
  if (!plan) return 'noPlan';
  return document.open?.lines.dimensions.includes('customer') ? null : 'notInLines';
}

function totalOf(numbers: Float64Array, codes: Uint32Array): number | null {
  let sum: number | null = null;
  for (const code of codes) if (!Number.isNaN(numbers[code])) sum = (sum ?? 0) + numbers[code];
  return sum;
}
