import ArrowDown from 'lucide-solid/icons/arrow-down';
import ArrowUp from 'lucide-solid/icons/arrow-up';
import ChevronDown from 'lucide-solid/icons/chevron-down';
import GripVertical from 'lucide-solid/icons/grip-vertical';
import { createSignal, For } from 'solid-js';
import type { DimensionId } from '~/domain/dimension';
import { Button } from '../../components/Button';
import { Popover } from '../../components/Popover';
import { useText } from '../../components/TextProvider';

export interface RowsMenuProps {
  order: DimensionId[];
  nameOf(dimension: DimensionId): string;
  onOrder(order: DimensionId[]): void;
}

/** The order of the dimensions in the rows, outermost first: by dragging, or by buttons. */
export function RowsMenu(props: RowsMenuProps) {
  const { t } = useText();
  const [dragged, setDragged] = createSignal<DimensionId | null>(null);

  const moved = (dimension: DimensionId, to: number) => {
    if (to < 0 || to >= props.order.length || props.order[to] === dimension) return;
    const order = props.order.filter((other) => other !== dimension);
    order.splice(to, 0, dimension);
    props.onOrder(order);
  };

  return (
    <Popover
      title={t('plan.rowsOrder')}
      triggerClass="button button--quiet plan-rows"
      trigger={
        <>
          <span class="plan-quiet">{t('plan.rows')}</span>
          <span class="plan-rows__order">{props.order.map(props.nameOf).join(' › ')}</span>
          <ChevronDown size={12} aria-hidden="true" />
        </>
      }
    >
      <ol class="plan-order">
        <For each={props.order}>
          {(dimension, index) => (
            <li
              class="plan-order__item"
              classList={{ 'plan-order__item--dragged': dragged() === dimension }}
              draggable={true}
              onDragStart={() => setDragged(dimension)}
              onDragEnd={() => setDragged(null)}
              onDragOver={(event) => event.preventDefault()}
              onDrop={(event) => {
                event.preventDefault();
                const from = dragged();
                if (from) moved(from, index());
              }}
            >
              <GripVertical size={14} aria-hidden="true" />
              <span class="plan-order__name">{props.nameOf(dimension)}</span>
              <Button
                look="quiet"
                icon={ArrowUp}
                label={t('plan.moveUp', { what: props.nameOf(dimension) })}
                aria-disabled={index() === 0 ? 'true' : undefined}
                onClick={() => moved(dimension, index() - 1)}
              />
              <Button
                look="quiet"
                icon={ArrowDown}
                label={t('plan.moveDown', { what: props.nameOf(dimension) })}
                aria-disabled={index() === props.order.length - 1 ? 'true' : undefined}
                onClick={() => moved(dimension, index() + 1)}
              />
            </li>
          )}
        </For>
      </ol>
      <p class="plan-order__hint">{t('plan.dragHint')}</p>
    </Popover>
  );
}
