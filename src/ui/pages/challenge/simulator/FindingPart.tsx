import { For, Show } from 'solid-js';
import type { SimulationView } from '~/domain/simulationView';
import { useApp } from '~/state/app';
import { dimensionName } from '../../../components/dimensionName';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';
import { causeName } from './simulatorText';

/** The answer in one sentence, and the chance of every line. */
export function FindingPart(props: { view: SimulationView }) {
  const app = useApp();
  const { t, format } = useText();
  const money = useMoney();
  const total = () => props.view.head.total;
  const target = () => total().lines.find(({ line }) => line === 'target') ?? null;
  const finding = () => {
    const line = target();
    const [widest] = props.view.swings;
    if (!line) return t('simulation.findingNoTarget', { amount: money.say(total().mean) });
    const chance = format().probability(line.chance);
    if (!widest) return t('simulation.finding', { chance });
    return t('simulation.findingCause', { chance, cause: causeName(t, widest) });
  };
  const lead = () => {
    const given = {
      draws: format().count(props.view.head.rule.draws),
      mean: money.say(total().mean),
      low: money.say(total().p10),
      high: money.say(total().p90),
    };
    const line = target();
    return line
      ? t('simulation.lead', { ...given, short: money.say(line.shortfall) })
      : t('simulation.leadNoTarget', given);
  };
  const level = () =>
    props.view.drawn.level === ''
      ? t('simulation.whole')
      : dimensionName(t, props.view.drawn.level, app.status().plan?.titles);
  return (
    <header class="simulator__finding">
      <h2 class="type-finding">{finding()}</h2>
      <p class="type-lead">{lead()}</p>
      <p class="type-caption">
        {t('simulation.caption', {
          date: format().isoDay(props.view.asOf),
          level: level(),
          leaves: props.view.drawn.leaves,
          unit: money.label(),
        })}
      </p>
      <Show when={total().lines.length > 0}>
        <dl class="simulator__lines" aria-label={t('simulation.lines')}>
          <For each={total().lines}>
            {(line) => (
              <div class="simulator__line" classList={{ 'simulator__line--target': line.line === 'target' }}>
                <dt class="type-caption">
                  {t('simulation.figure', { line: t(`simulation.line.${line.line}`), amount: money.show(line.amount) })}
                </dt>
                <dd class="type-figure">{format().probability(line.chance)}</dd>
              </div>
            )}
          </For>
        </dl>
      </Show>
    </header>
  );
}
