import { Show } from 'solid-js';
import { LEAST_TOGETHER, NEXT_MONTHS, type NextMonths, type NextRule, type NextView } from '~/domain/nextProduct';
import { dimensionName } from '../../../components/dimensionName';
import { Segment } from '../../../components/Segment';
import { Select } from '../../../components/Select';
import { useText } from '../../../components/TextProvider';
import type { NextState } from './nextState';

type Least = `${(typeof LEAST_TOGETHER)[number]}`;

/** How rules are learnt: what counts as together, at which level, from which orders, how often at least. */
export function RuleBar(props: { state: NextState; view: NextView | null }) {
  const { t, format } = useText();
  const asked = () => props.state.query();
  // Another rule has other products: what was narrowed by one of them is not any more.
  const learn = (rule: Partial<NextRule>) => props.state.ask({ ...asked(), ...rule, item: null });
  const levels = () => (props.view?.levels ?? []).filter(({ tooWide }) => !tooWide);
  const nameOf = (level: string) => t.find(`sources.level.${level}`) ?? dimensionName(t, level);
  return (
    <section class="next-rule" aria-label={t('value.next.rule')}>
      <div class="next-rule__part">
        <span class="field__label">{t('value.next.by')}</span>
        <Segment<NextRule['by']>
          label={t('value.next.by')}
          options={[
            { value: 'customer', label: t('value.next.byCustomer') },
            { value: 'order', label: t('value.next.byOrder') },
          ]}
          value={asked().by}
          onChange={(by) => learn({ by })}
        />
      </div>
      <div class="next-rule__part">
        <span class="field__label">{t('value.next.months')}</span>
        <Segment<`${NextMonths}`>
          label={t('value.next.months')}
          options={NEXT_MONTHS.map((one) => ({
            value: `${one}` as const,
            label: one === 0 ? t('value.next.monthsAll') : t('value.next.monthsN', { n: one }),
          }))}
          value={`${asked().months}`}
          onChange={(one) => learn({ months: NEXT_MONTHS.find((known) => `${known}` === one) ?? 24 })}
        />
      </div>
      <div class="next-rule__part">
        <span class="field__label">{t('value.next.least')}</span>
        <Segment<Least>
          label={t('value.next.least')}
          options={LEAST_TOGETHER.map((one) => ({ value: `${one}` as const, label: format().count(one) }))}
          value={LEAST_TOGETHER.map((one) => `${one}` as const).find((one) => one === `${asked().least}`) ?? '10'}
          onChange={(one) => learn({ least: Number(one) })}
        />
      </div>
      <Show when={levels().length > 1}>
        <Select<string>
          label={t('value.next.level')}
          options={levels().map(({ id, items }) => ({
            value: id,
            label: t('value.next.levelItems', { name: nameOf(id), n: items }),
          }))}
          value={asked().level ?? props.view?.level ?? null}
          onChange={(level) => learn({ level })}
        />
      </Show>
    </section>
  );
}
