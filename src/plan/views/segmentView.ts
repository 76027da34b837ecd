import type { Division } from '~/domain/segmentation';
import type { SegmentGroup, SegmentView } from '~/domain/segmentView';
import type { CustomerScene } from '../customers/customerScene';
import { segmentClasses } from '../customers/segmentClasses';
import { customerFigures } from './customerFigures';
import { orderCoverage } from './orderCoverage';

/**
 * What a division makes of the customers: how many each class takes and what they bought in twelve months. A customer is
 * counted once, in the first class that takes it; classes and others add up to all. Without orders sales are 0.
 */
export function segmentView(scene: CustomerScene, division: Division): SegmentView {
  const { document, cache } = scene;
  const figures = customerFigures(document, cache);
  const { names, of, taken, cuts, axes } = segmentClasses(scene, division);
  const customers = new Float64Array(names.length + 1);
  const sales = new Float64Array(names.length + 1);
  for (const code of figures?.codes ?? []) {
    customers[of[code]] += 1;
    sales[of[code]] += figures?.facts.monetary[code] ?? 0;
  }
  const groups = names.map(
    ({ id, name, part }, i): SegmentGroup => ({
      id,
      name,
      part,
      customers: customers[i + 1],
      sales: sales[i + 1],
      taken: taken[i],
    }),
  );
  return {
    asOf: orderCoverage(document)?.asOf ?? null,
    from: figures?.facts.from ?? null,
    customers: customers.reduce((sum, n) => sum + n, 0),
    sales: sales.reduce((sum, amount) => sum + amount, 0),
    groups,
    others: { id: '', name: '', part: null, customers: customers[0], sales: sales[0], taken: 0 },
    cuts,
    axes,
  };
}
