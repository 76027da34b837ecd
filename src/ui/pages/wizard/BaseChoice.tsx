import { createUniqueId, For } from 'solid-js';
import type { FiscalCalendar } from '~/domain/calendar';
import type { CurrencyCode } from '~/domain/money';
import type { BaseKind } from '~/domain/plan';
import { useText } from '../../components/TextProvider';
import { type BaseRow, baseMonths } from './targetReading';

export interface BaseChoiceProps {
  bases: readonly BaseRow[];
  calendar: FiscalCalendar;
  value: BaseKind;
  currency: { code: CurrencyCode; minorUnit: number };
  onChange: (kind: BaseKind) => void;
}

/** What the plan grows from: each base with its months, its total, and what is not known of it. */
export function BaseChoice(props: BaseChoiceProps) {
  const { t, format } = useText();
  const group = createUniqueId();
  const span = (base: BaseRow) =>
    t('wizard.baseMonths', { from: format().period(base.from), to: format().period(base.to) });
  /** A calendar of weeks is compared with weeks. */
  const explain = (kind: BaseKind) =>
    props.calendar.kind === 'months' ? t(`wizard.baseExplain.${kind}`) : t(`wizard.baseExplainWeeks.${kind}`);
  /** An estimate has no cents. */
  const wholeUnits = (amount: number | null) =>
    format().exactMoney(amount === null ? null : Math.round(amount / 10 ** props.currency.minorUnit), {
      code: props.currency.code,
      minorUnit: 0,
    });
  const honest = (base: BaseRow) => {
    const { known, forecast, unknown } = baseMonths(base);
    if (known + forecast === 0) return t('wizard.baseUnknown');
    const parts = [forecast > 0 ? t('wizard.baseForecast', { known, forecast }) : null];
    if (unknown > 0) {
      const estimate = wholeUnits(base.estimate);
      parts.push(t('wizard.baseKnown', { known: known + forecast, estimate }));
    }
    const said = parts.filter((part): part is string => part !== null);
    return said.length > 0 ? said.join(' · ') : t('wizard.baseFull');
  };
  return (
    <div class="base-list" role="radiogroup" aria-label={t('wizard.base')}>
      <For each={props.bases.filter((base) => base.kind !== 'none')}>
        {(base) => (
          <label class="base-list__row" classList={{ 'base-list__row--chosen': base.kind === props.value }}>
            <input
              type="radio"
              name={group}
              checked={base.kind === props.value}
              disabled={base.total === null}
              onChange={() => props.onChange(base.kind)}
            />
            <span class="base-list__words">
              <span>
                <span class="strong">{t(`wizard.baseKind.${base.kind}`)}</span>{' '}
                <span class="quiet">{explain(base.kind)}</span>
              </span>
              <span class="type-caption">
                {span(base)} · {base.total === null ? t('wizard.baseBlocked') : honest(base)}
              </span>
            </span>
            <span class="base-list__total">{format().exactMoney(base.total, props.currency)}</span>
          </label>
        )}
      </For>
    </div>
  );
}
