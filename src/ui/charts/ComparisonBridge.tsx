import { lazy, Show, Suspense } from 'solid-js';
import type { PlanChart } from '~/domain/range';
import type { Comparison } from '~/domain/scenario';
import { useText } from '../components/TextProvider';
import type { AmountWords } from '../components/useAmounts';
import { createTokens } from './createTokens';
import { planChartOption } from './planChartOption';
import { usePlanChartWords } from './usePlanChartWords';
import './charts.css';

const Plot = lazy(async () => ({ default: (await import('./Plot')).Plot }));

/** The most steps that stand by name; the others go together. */
const STEPS = 8;

/** The steps from one column to the other, largest first; the table beside it has the same numbers. */
export function ComparisonBridge(props: { comparison: Comparison; amounts: AmountWords; left: string; right: string }) {
  const { t } = useText();
  const tokens = createTokens();
  const words = usePlanChartWords(props.amounts);
  const chart = (): PlanChart | null => {
    const { total, parts } = props.comparison;
    if (total.left === null || total.right === null) return null;
    const step = (id: string, label: string, amount: number) => ({ id, label, target: amount, lastYear: null });
    const moved = parts
      .map(({ label, left, right }, index) =>
        step(`part${index}`, label || t('words.unassigned'), (right ?? 0) - (left ?? 0)),
      )
      .filter(({ target }) => target !== 0);
    const named = moved.slice(0, STEPS);
    const rest = total.right - total.left - named.reduce((sum, { target }) => sum + target, 0);
    return {
      kind: 'waterfall',
      label: '',
      target: total.right,
      lastYear: total.left,
      partial: false,
      parts: [
        step('lastYear', props.left, total.left),
        ...named,
        ...(rest === 0 ? [] : [step('rest', '', rest)]),
        step('target', props.right, total.right),
      ],
    };
  };
  return (
    <Show when={chart()}>
      {(shown) => (
        <div class="chart-box">
          <Suspense>
            <Plot
              option={planChartOption(shown(), { words: words(), tokens: tokens() })}
              label={t('scenario.bridgeSpoken', {
                left: props.left,
                right: props.right,
                from: props.amounts.say(shown().lastYear),
                to: props.amounts.say(shown().target),
              })}
            />
          </Suspense>
        </div>
      )}
    </Show>
  );
}
