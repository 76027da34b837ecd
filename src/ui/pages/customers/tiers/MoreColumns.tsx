import Plus from 'lucide-solid/icons/plus';
import X from 'lucide-solid/icons/x';
import { createMemo, Index, Show } from 'solid-js';
import type { CustomersView } from '~/domain/view';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { createLiveAnswer } from '../../../components/createLiveAnswer';
import { Menu } from '../../../components/Menu';
import { NumberField } from '../../../components/NumberField';
import { Select } from '../../../components/Select';
import { useText } from '../../../components/TextProvider';
import { useColumnWords } from '../useColumnWords';
import { type MoreColumn, mayAdd, type RuleDraft, withMore } from './ruleDraft';

export interface MoreColumnsProps {
  rule: RuleDraft;
  view: CustomersView;
  onRule: (rule: RuleDraft) => void;
}

const DIRECTIONS = ['high', 'low'] as const;
const SCALES = ['rank', 'linear', 'log'] as const;

/** Any other figure of the customers in the score, with its weight, direction and scale. */
export function MoreColumns(props: MoreColumnsProps) {
  const app = useApp();
  const { t } = useText();
  const words = useColumnWords();
  const choices = createLiveAnswer(
    () => 'all',
    () => app.host.segmentChoices(),
  );
  const addable = createMemo(() =>
    (choices.value()?.columns ?? []).filter(
      ({ kind, known, column }) => kind === 'number' && known > 0 && mayAdd(props.rule, column),
    ),
  );
  const change = (at: number, column: MoreColumn | null) => props.onRule(withMore(props.rule, at, column));
  return (
    <>
      <Index each={props.rule.more ?? []}>
        {(one, at) => (
          <fieldset class="weight weight--more" aria-label={words.name(one().column)}>
            <div class="weight__line">
              <NumberField
                label={words.name(one().column)}
                value={one().weight}
                min={0}
                max={100}
                onChange={(weight) => change(at, { ...one(), weight: Math.round(weight ?? 0) })}
              />
              <Button
                look="quiet"
                icon={X}
                label={t('customers.removeColumn', { name: words.name(one().column) })}
                onClick={() => change(at, null)}
              />
            </div>
            <input
              type="range"
              class="weight__slider"
              aria-label={t('customers.weightOf', { part: words.name(one().column) })}
              min={0}
              max={100}
              step={1}
              value={one().weight}
              style={{ '--fill': `${Math.min(100, one().weight)}%` }}
              onInput={(event) => change(at, { ...one(), weight: event.currentTarget.valueAsNumber })}
            />
            <div class="weight__ways">
              <Select<MoreColumn['direction']>
                label={t('customers.direction')}
                hideLabel
                bare
                options={DIRECTIONS.map((way) => ({ value: way, label: t(`customers.${way}`) }))}
                value={one().direction}
                onChange={(direction) => change(at, { ...one(), direction })}
              />
              <Select<MoreColumn['scale']>
                label={t('customers.scale')}
                hideLabel
                bare
                options={SCALES.map((scale) => ({ value: scale, label: t(`customers.${scale}`) }))}
                value={one().scale}
                onChange={(scale) => change(at, { ...one(), scale })}
              />
            </div>
            <Show when={one().weight > 0 && props.view.missingColumns.includes(at)}>
              <p class="weight__missing">{t('customers.missingPart', { part: words.name(one().column) })}</p>
            </Show>
          </fieldset>
        )}
      </Index>
      <Show when={addable().length > 0}>
        <Menu
          triggerClass="button button--link"
          trigger={
            <>
              <Plus size={16} class="icon" aria-hidden="true" />
              {t('customers.addColumn')}
            </>
          }
          groups={[
            {
              items: addable().map(({ column, known }) => ({
                label: words.name(column),
                hint: t('segment.columnKnown', { n: known }),
                run: () =>
                  change(props.rule.more?.length ?? 0, { column, weight: 10, direction: 'high', scale: 'rank' }),
              })),
            },
          ]}
        />
      </Show>
    </>
  );
}
