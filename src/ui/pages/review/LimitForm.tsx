import { createEffect, createSignal, on, Show } from 'solid-js';
import type { KpiCard } from '~/domain/view';
import { useApp } from '~/state/app';
import { Button } from '../../components/Button';
import { NumberField } from '../../components/NumberField';
import { useText } from '../../components/TextProvider';
import { figureShape } from './cardFigure';
import { limitScaleOf } from './limitScale';

/** The limits of one KPI to change, for every node at once; those that follow a plan or last year say so instead. */
export function LimitForm(props: { card: KpiCard }) {
  const app = useApp();
  const { t } = useText();
  const [good, setGood] = createSignal<number | null>(null);
  const [bad, setBad] = createSignal<number | null>(null);
  const factor = () => (props.card.unit === 'percent' ? 100 : 1);
  const shown = (limit: number | null) => (limit === null ? null : Math.round(limit * factor() * 10) / 10);
  createEffect(
    on(
      () => [props.card.id, props.card.limits.good, props.card.limits.bad],
      () => {
        setGood(shown(props.card.limits.good));
        setBad(shown(props.card.limits.bad));
      },
    ),
  );
  const unit = () => {
    const { unit: word } = figureShape(props.card);
    return word === null ? undefined : t(`kpi.unit.${word}`);
  };
  const fixed = () => {
    const scale = limitScaleOf(props.card.id);
    if (scale !== null) return t(`kpi.limitFollows.${scale}`);
    if (props.card.direction === 'none') return t('kpi.limitNone');
    return props.card.value === null ? t('kpi.limitLater') : null;
  };
  const isCrossed = () => {
    const [above, below] = [good(), bad()];
    if (above === null || below === null) return false;
    return props.card.direction === 'up' ? above < below : above > below;
  };
  const blocked = () => {
    if (app.status().readOnly) return t('customers.readOnly');
    if (isCrossed()) return t('kpi.limitsCrossed');
    const isSame = good() === shown(props.card.limits.good) && bad() === shown(props.card.limits.bad);
    return isSame ? t('kpi.limitsSame') : null;
  };
  const save = () =>
    void app.run({
      name: 'kpi/setLimit',
      kpi: props.card.id,
      good: scaledBack(good(), factor()),
      bad: scaledBack(bad(), factor()),
    });
  const isBand = () => props.card.direction === 'band';
  return (
    <Show when={fixed() === null} fallback={<p class="type-caption">{fixed()}</p>}>
      <div class="limit-form">
        <NumberField
          label={t(isBand() ? 'kpi.bandFrom' : 'kpi.goodLimit')}
          value={good()}
          decimals={1}
          unit={unit()}
          onChange={setGood}
        />
        <NumberField
          label={t(isBand() ? 'kpi.bandTo' : 'kpi.badLimit')}
          value={bad()}
          decimals={1}
          unit={unit()}
          onChange={setBad}
        />
        <Button blocked={blocked()} onClick={save}>
          {t('kpi.saveLimits')}
        </Button>
      </div>
      <p class="type-caption">{t('kpi.limitsEverywhere')}</p>
    </Show>
  );
}

/** Typed in percent with one decimal, kept as a fraction without the noise of a division. */
const scaledBack = (typed: number | null, factor: number): number | null =>
  typed === null ? null : Math.round((typed / factor) * 1e6) / 1e6;
