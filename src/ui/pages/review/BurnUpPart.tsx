import { lazy, Show, Suspense } from 'solid-js';
import { ratioOf } from '~/domain/ratio';
import type { KpiView } from '~/domain/view';
import { useText } from '../../components/TextProvider';
import { useMoney } from '../../components/useMoney';

/** Charts are a chunk of their own: the board does not wait for it. */
const BurnUpChart = lazy(async () => ({ default: (await import('../../charts/BurnUpChart')).BurnUpChart }));

/** The plan's year added up, under its finding. */
export function BurnUpPart(props: { view: KpiView }) {
  const { t, format } = useText();
  const money = useMoney();
  const last = (sums: readonly (number | null)[]) => sums.findLast((sum) => sum !== null) ?? null;
  const finding = () => {
    const actual = last(props.view.burnUp.actual);
    const target = last(props.view.burnUp.target);
    if (actual === null) return t('kpi.burnUpTarget', { target: money.say(target) });
    return t('kpi.burnUpFinding', {
      actual: money.show(actual),
      target: money.say(target),
      share: format().percent(target === null ? null : ratioOf(actual, target)),
    });
  };
  return (
    <Show when={props.view.burnUp.periods.length > 0}>
      <Suspense fallback={<div class="review__chart" aria-busy="true" />}>
        <BurnUpChart
          burnUp={props.view.burnUp}
          asOf={props.view.asOf}
          finding={finding()}
          caption={t('kpi.burnUpCaption', { unit: money.label() })}
        />
      </Suspense>
    </Show>
  );
}
