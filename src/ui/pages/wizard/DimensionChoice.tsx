import ArrowDown from 'lucide-solid/icons/arrow-down';
import ArrowUp from 'lucide-solid/icons/arrow-up';
import { For, Show } from 'solid-js';
import type { DimensionId } from '~/domain/dimension';
import type { PlanProposal } from '~/domain/view';
import { Button } from '../../components/Button';
import { dimensionName } from '../../components/dimensionName';
import { useText } from '../../components/TextProvider';
import { listedDimensions, moveDimension, toggleDimension } from './dimensionOrder';

export interface DimensionChoiceProps {
  offered: PlanProposal['dimensions'];
  order: readonly DimensionId[];
  onOrder: (order: DimensionId[]) => void;
}

/** Which dimensions the lines have, the outermost first, and in words why the others are better left out. */
export function DimensionChoice(props: DimensionChoiceProps) {
  const { t, format } = useText();
  const listed = () =>
    listedDimensions(
      props.order,
      props.offered.map((one) => one.id),
    );
  const offer = (id: DimensionId) => props.offered.find((one) => one.id === id);
  const isIn = (id: DimensionId) => props.order.includes(id);
  const name = (id: DimensionId) => dimensionName(t, id);
  return (
    <ol class="dimension-list">
      <For each={listed()}>
        {(id) => (
          <li class="dimension-list__row" classList={{ 'dimension-list__row--out': !isIn(id) }}>
            <label class="dimension-list__switch">
              <input
                type="checkbox"
                checked={isIn(id)}
                aria-label={t('wizard.include', { dimension: name(id) })}
                onChange={() => props.onOrder(toggleDimension(props.order, id))}
              />
              <span class="strong">{name(id)}</span>
            </label>
            <span class="dimension-list__members faint">
              <Show when={offer(id)?.members}>{(members) => t('wizard.members', { n: members() })}</Show>
            </span>
            <span class="dimension-list__reason">
              <Show when={offer(id)}>
                {(one) => (
                  <>
                    <Show when={one().reason !== 'noData'}>
                      <span class="tag">{one().recommended ? t('wizard.recommended') : t('wizard.leftOut')}</span>{' '}
                    </Show>
                    <span class="quiet">{t(`wizard.reason.${one().reason}`)}</span>
                  </>
                )}
              </Show>
            </span>
            <span class="dimension-list__moves">
              <Show when={isIn(id)}>
                <Button
                  look="quiet"
                  icon={ArrowUp}
                  label={t('wizard.moveUp', { dimension: name(id) })}
                  aria-disabled={props.order[0] === id ? 'true' : undefined}
                  onClick={() => props.onOrder(moveDimension(props.order, id, -1))}
                />
                <Button
                  look="quiet"
                  icon={ArrowDown}
                  label={t('wizard.moveDown', { dimension: name(id) })}
                  aria-disabled={props.order[props.order.length - 1] === id ? 'true' : undefined}
                  onClick={() => props.onOrder(moveDimension(props.order, id, 1))}
                />
              </Show>
            </span>
          </li>
        )}
      </For>
      <Show when={!isIn('customer') && offer('customer')}>
        <li class="type-caption">{t('wizard.tiersStay')}</li>
      </Show>
      <li class="unseen" aria-live="polite">
        {format().list(props.order.map(name))}
      </li>
    </ol>
  );
}
