import ArrowDown from 'lucide-solid/icons/arrow-down';
import ArrowUp from 'lucide-solid/icons/arrow-up';
import ChevronDown from 'lucide-solid/icons/chevron-down';
import GripVertical from 'lucide-solid/icons/grip-vertical';
import { createEffect, createMemo, createSignal, For, on } from 'solid-js';
import type { DimensionId } from '~/domain/dimension';
import type { ShapeView } from '~/domain/shape';
import { useApp } from '~/state/app';
import { Button } from '../../components/Button';
import { Popover } from '../../components/Popover';
import { useText } from '../../components/TextProvider';
import { planParts } from './planParts';
import { treeChoices } from './view/treeChoices';

export interface RowsMenuProps {
  order: DimensionId[];
  /** Dimensions that are summed over. */
  hidden: DimensionId[];
  nameOf(dimension: DimensionId): string;
  onOrder(order: DimensionId[], hidden: DimensionId[]): void;
  /** Trees that were chosen beside the main ones. */
  trees: Readonly<Record<DimensionId, string>>;
  onTree(dimension: DimensionId, tree: string | null): void;
}

/** Which dimensions the rows show, outermost first: by dragging, or by buttons. The others are summed over. */
export function RowsMenu(props: RowsMenuProps) {
  const { t } = useText();
  const app = useApp();
  const [isOpen, setOpen] = createSignal(false);
  // Asked for when somebody looks: trees are rare, and the answer counts members.
  const [shape, setShape] = createSignal<ShapeView | null>(null);
  const key = createMemo(() => (isOpen() ? `${app.status().plan?.id}:${app.status().revision}` : null));
  createEffect(
    on(key, async (now) => {
      const found = now === null ? null : await app.attempt(app.host.shape());
      if (found && key() === now) setShape(found);
    }),
  );
  const [dragged, setDragged] = createSignal<DimensionId | null>(null);

  const moved = (dimension: DimensionId, to: number) => {
    if (to < 0 || to >= props.order.length || props.order[to] === dimension || !isShown(dimension)) return;
    const order = props.order.filter((other) => other !== dimension);
    order.splice(to, 0, dimension);
    props.onOrder(order, props.hidden);
  };

  const isShown = (dimension: DimensionId) => props.order.includes(dimension);

  const show = (dimension: DimensionId, shown: boolean) => {
    if (shown) props.onOrder([...props.order, dimension], without(props.hidden, dimension));
    else props.onOrder(without(props.order, dimension), [...props.hidden, dimension]);
  };

  return (
    <Popover
      open={isOpen()}
      onOpen={setOpen}
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
        <For each={[...props.order, ...props.hidden]}>
          {(dimension, index) => (
            <li
              class="plan-order__item"
              classList={{ 'plan-order__item--dragged': dragged() === dimension }}
              draggable={isShown(dimension)}
              onDragStart={() => setDragged(dimension)}
              onDragEnd={() => setDragged(null)}
              onDragOver={(event) => event.preventDefault()}
              onDrop={(event) => {
                event.preventDefault();
                const from = dragged();
                if (from && isShown(dimension)) moved(from, index());
              }}
            >
              <GripVertical size={14} aria-hidden="true" />
              <label class="plan-order__name">
                <input
                  type="checkbox"
                  checked={isShown(dimension)}
                  disabled={isShown(dimension) && props.order.length === 1}
                  onChange={(event) => show(dimension, event.currentTarget.checked)}
                />
                {props.nameOf(dimension)}
              </label>
              <planParts.tree
                wanted={treeChoices(shape(), dimension, props.trees[dimension]) !== null}
                dimension={dimension}
                name={props.nameOf(dimension)}
                shape={shape()}
                tree={props.trees[dimension]}
                onTree={(tree) => props.onTree(dimension, tree)}
              />
              <Button
                look="quiet"
                icon={ArrowUp}
                label={t('plan.moveUp', { what: props.nameOf(dimension) })}
                aria-disabled={index() === 0 || !isShown(dimension) ? 'true' : undefined}
                onClick={() => moved(dimension, index() - 1)}
              />
              <Button
                look="quiet"
                icon={ArrowDown}
                label={t('plan.moveDown', { what: props.nameOf(dimension) })}
                aria-disabled={index() >= props.order.length - 1 ? 'true' : undefined}
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

const without = (list: DimensionId[], dimension: DimensionId): DimensionId[] =>
  list.filter((other) => other !== dimension);
