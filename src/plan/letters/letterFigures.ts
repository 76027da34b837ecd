import type { At } from '~/domain/cell';
import type { LetterFigures } from '~/domain/letterView';
import type { Plan } from '~/domain/plan';
import { planYears } from '~/domain/planYears';
import { memberName, type PlanDocument } from '../document';
import { labelsOf } from '../views/changeLines';
import { memberTargets } from '../views/memberTotals';
import { nodeTargets, sumSpoken } from '../views/nodeTargets';

/**
 * What a target letter to a node says: its working target of the year by quarter and period, and by the upper level of the
 * products, largest first. Minor units; quarters are the sums of their periods, and both sum to the total, as do the products
 * where the plan has any. Null = blank.
 */
export function letterFigures(document: PlanDocument, plan: Plan, at: At): LetterFigures {
  const amounts = nodeTargets(document, plan, at);
  const hasProducts = plan.groups[0].dimensions.includes('product') && at.product === undefined;
  const products = hasProducts ? memberTargets(document, plan, { dimension: 'product', level: 0, at }) : new Map();
  return {
    at,
    label: labelsOf(document, at).join(' · '),
    total: sumSpoken(amounts),
    quarters: planYears(plan)
      .flatMap(({ quarters }) => quarters)
      .map(({ id, first, last }) => ({ id, amount: sumSpoken(amounts.slice(first, last + 1)) })),
    months: plan.periods.map(({ id }, p) => ({ period: id, amount: amounts[p] })),
    products: [...products]
      .map(([code, months]) => ({ label: memberName(document, 'product', code), amount: sumSpoken(months) ?? 0 }))
      .filter(({ amount }) => amount !== 0)
      .sort((a, b) => b.amount - a.amount || (a.label < b.label ? -1 : 1)),
  };
}
