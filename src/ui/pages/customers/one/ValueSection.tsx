import { createResource, For, onCleanup, Show } from 'solid-js';
import type { ValueRow } from '~/domain/customerValue';
import type { MemberCode } from '~/domain/dimension';
import { useApp } from '~/state/app';
import { Section } from '../../../components/Section';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';
import { VALUE_START } from '../value/valueState';

/** What the customer is worth in the next twelve months and whether it still buys; fitted where nobody asked before. */
export function ValueSection(props: { customer: MemberCode }) {
  const app = useApp();
  const { t } = useText();
  const money = useMoney({ decimals: 1 });
  const asked = () => ({
    customer: props.customer,
    revision: `${app.status().workspace?.id}/${app.status().revision}`,
  });
  let running: { cancel(): void } | null = null;
  const [row] = createResource(asked, async ({ customer }) => {
    running?.cancel();
    const job = app.startJob('value');
    running = job;
    try {
      const query = { ...VALUE_START, list: 'all', customer, first: 0, count: 1 } as const;
      const answer = await app.host.value(query, job.id);
      return answer.ok ? (answer.value.rows[0] ?? null) : null;
    } finally {
      job.done();
    }
  });
  onCleanup(() => running?.cancel());
  return (
    <Show when={row.latest}>
      {(one) => (
        <Section
          finding={one().worth === null ? t('value.oneUntold') : t('value.oneTitle', { worth: money.say(one().worth) })}
          caption={t('value.oneCaption')}
        >
          <Pairs row={one()} />
        </Section>
      )}
    </Show>
  );
}

function Pairs(props: { row: ValueRow }) {
  const { t, format } = useText();
  const money = useMoney({ decimals: 1 });
  const pairs = (): [string, string][] => [
    [t('value.alive'), format().probability(props.row.alive)],
    [t('value.purchases'), format().number(props.row.purchases, 1)],
    [t('value.perPurchaseIs'), money.say(props.row.perPurchase)],
    [t('value.atRisk'), money.say(props.row.atRisk)],
    [t('value.silence'), format().times(props.row.silence)],
  ];
  return (
    <dl class="one__record">
      <For each={pairs()}>
        {([name, said]) => (
          <div class="one__fact">
            <dt>{name}</dt>
            <dd>{said}</dd>
          </div>
        )}
      </For>
    </dl>
  );
}
