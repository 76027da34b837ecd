import { Show } from 'solid-js';
import type { SimulationView } from '~/domain/simulationView';
import { TornadoChart } from '../../../charts/TornadoChart';
import { Section } from '../../../components/Section';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';
import { causeHead, causeName } from './simulatorText';

/** The causes that move the year, the widest first. */
export function CausesPart(props: { view: SimulationView }) {
  const { t } = useText();
  const money = useMoney();
  return (
    <Show when={props.view.swings[0]}>
      {(widest) => (
        <Section
          finding={t('simulation.tornadoFinding', {
            cause: causeName(t, widest()),
            amount: money.say(Math.abs(widest().high - widest().low)),
          })}
          caption={t('simulation.tornadoCaption')}
        >
          <div class="simulator__scroll">
            <TornadoChart
              swings={props.view.swings}
              mean={props.view.head.total.mean}
              label={t('simulation.tornado')}
              name={(swing) => causeHead(t, swing)}
            />
          </div>
        </Section>
      )}
    </Show>
  );
}
