import type { CustomerColumn } from '~/domain/segmentation';
import { membersOf } from '../document';
import { customerFigures } from '../views/customerFigures';
import { scoreCustomers } from '../views/scoreCustomers';
import { tierRuleOf } from '../views/tierRule';
import { classColumn } from './classColumn';
import type { CustomerScene } from './customerScene';
import { type CustomerValues, plainColumn } from './plainColumn';

/**
 * A column that customers can be told apart by, over all customer codes: figures of their orders, the score by the saved tier
 * rule, facts of the customer itself, or whose it is on the day. Blank is NaN, text 0 or member 0, never a number of its own.
 */
export function customerColumn(scene: CustomerScene, column: CustomerColumn): CustomerValues {
  if (column.kind === 'class') return classColumn(scene, column.of);
  if (column.kind !== 'figure' || column.figure !== 'score') return plainColumn(scene, column);
  const { document, cache } = scene;
  const figures = customerFigures(document, cache);
  const values = new Float64Array(membersOf(document, 'customer').next).fill(Number.NaN);
  if (!figures) return { kind: 'number', values };
  const { score } = scoreCustomers(document, figures, tierRuleOf(document));
  for (const code of figures.codes) values[code] = score[code];
  return { kind: 'number', values };
}
