import X from 'lucide-solid/icons/x';
import { createSignal, For, Show } from 'solid-js';
import type { NodeForecast, OutlierProposal } from '~/domain/forecastView';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { Section } from '../../../components/Section';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';
import { AnaloguePart } from '../events/AnaloguePart';
import { decided } from '../events/decided';
import { PromotionDialog } from '../events/PromotionDialog';
import { useEventWords } from '../events/useEventWords';

/** Months of the node that are not like others: what was marked, and what looks unusual and waits for a word. */
export function SpecialMonths(props: { node: NodeForecast; scope: string }) {
  const app = useApp();
  const { t, format } = useText();
  const money = useMoney();
  const words = useEventWords();
  const [open, setOpen] = createSignal(false);
  const blocked = () => (app.status().readOnly ? t('forecast.readOnly') : null);
  const decide = (proposal: OutlierProposal, decision: 'adjust' | 'keep') =>
    void app.run({ name: 'forecast/setEvents', events: [decided(proposal, decision)] });
  const isEmpty = () => props.node.events.length === 0 && props.node.proposals.length === 0;
  return (
    <Section
      finding={t('event.markHere')}
      caption={isEmpty() ? t('event.markHereNone') : undefined}
      tools={
        <Button look="link" blocked={blocked()} onClick={() => setOpen(true)}>
          {t('event.mark')}
        </Button>
      }
    >
      <Show when={!isEmpty()}>
        <ul class="facts">
          <For each={props.node.proposals}>
            {(proposal) => {
              const month = () => format().longMonth(proposal.month);
              const named = () => ({ month: month(), node: props.scope || t('event.whole') });
              return (
                <li class="special">
                  <span class="special__words">
                    <span class="strong">{month()}</span>
                    <span class="facts__text">
                      {t('event.expectedLine', {
                        actual: money.show(proposal.actual),
                        expected: money.show(proposal.expected),
                      })}
                    </span>
                  </span>
                  <Button
                    aria-label={t('event.leaveOutOf', named())}
                    blocked={blocked()}
                    onClick={() => decide(proposal, 'adjust')}
                  >
                    {t('event.leaveOut')}
                  </Button>
                  <Button
                    look="quiet"
                    aria-label={t('event.realOf', named())}
                    blocked={blocked()}
                    onClick={() => decide(proposal, 'keep')}
                  >
                    {t('event.real')}
                  </Button>
                </li>
              );
            }}
          </For>
          <For each={props.node.events}>
            {(event) => (
              <li class="special">
                <span class="special__words">
                  <span class="strong">{words.name(event)}</span>
                  <span class="facts__text">
                    {[words.months(event), words.effect(event), words.place(event, props.node.view.at)]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </span>
                <Button
                  look="quiet"
                  icon={X}
                  label={t('event.removeOf', { name: `${words.name(event)} ${words.months(event)}` })}
                  blocked={blocked()}
                  onClick={() => void app.run({ name: 'forecast/removeEvent', id: event.id })}
                />
              </li>
            )}
          </For>
        </ul>
      </Show>
      <AnaloguePart node={props.node} scope={props.scope} />
      <PromotionDialog open={open()} event={null} at={props.node.view.at} onClose={() => setOpen(false)} />
    </Section>
  );
}
