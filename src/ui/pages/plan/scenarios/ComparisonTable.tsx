import { For } from 'solid-js';
import type { At } from '~/domain/cell';
import { ratioOf } from '~/domain/ratio';
import type { Comparison } from '~/domain/scenario';
import { Button } from '../../../components/Button';
import { useText } from '../../../components/TextProvider';
import type { AmountWords } from '../../../components/useAmounts';

/** What the right side has more than the left; a blank counts as nothing beside a number, two blanks have no difference. */
export const differenceOf = ({ left, right }: { left: number | null; right: number | null }): number | null =>
  left === null && right === null ? null : (right ?? 0) - (left ?? 0);

export interface ComparisonTableProps {
  comparison: Comparison;
  amounts: AmountWords;
  dimension: string;
  left: string;
  right: string;
  label: string;
  onOpen(at: At, label: string): void;
}

/** Two columns by the members of a dimension, largest difference first; a name opens what is below it. */
export function ComparisonTable(props: ComparisonTableProps) {
  const { t, format } = useText();
  return (
    <div class="plan-part__scroll">
      <table class="table">
        <caption class="unseen">{props.label}</caption>
        <thead>
          <tr>
            <th scope="col">{props.dimension}</th>
            <For each={[props.left, props.right, t('plan.field.difference'), '%']}>
              {(head) => (
                <th scope="col" class="number">
                  {head}
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody>
          <For each={props.comparison.parts}>
            {(part) => (
              <tr>
                <th scope="row">
                  <Button look="link" onClick={() => props.onOpen(part.at, part.label || t('words.unassigned'))}>
                    {part.label || t('words.unassigned')}
                  </Button>
                </th>
                <td class="number">{props.amounts.show(part.left)}</td>
                <td class="number">{props.amounts.show(part.right)}</td>
                <td class="number strong">{props.amounts.show(differenceOf(part))}</td>
                <td class="number">{format().growth(ratioOf(differenceOf(part) ?? 0, part.left ?? 0))}</td>
              </tr>
            )}
          </For>
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('words.total')}</th>
            <td class="number">{props.amounts.show(props.comparison.total.left)}</td>
            <td class="number">{props.amounts.show(props.comparison.total.right)}</td>
            <td class="number strong">{props.amounts.show(differenceOf(props.comparison.total))}</td>
            <td />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
