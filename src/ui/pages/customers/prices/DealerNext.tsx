import { createResource, For, onCleanup, Show } from 'solid-js';
import type { MemberCode } from '~/domain/dimension';
import type { CallRow } from '~/domain/nextProduct';
import { useApp } from '~/state/app';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';
import { NEXT_START } from '../next/nextState';

const FEW = 3;

/** What a dealer may buy next and why, as the call list has it. */
export function DealerNext(props: { customer: MemberCode }) {
  const app = useApp();
  const { t, format } = useText();
  const money = useMoney({ decimals: 2 });
  const asked = () => ({
    customer: props.customer,
    revision: `${app.status().workspace?.id}/${app.status().revision}`,
  });
  let running: { cancel(): void } | null = null;
  const [calls] = createResource(asked, async ({ customer }) => {
    running?.cancel();
    const job = app.startJob('next');
    running = job;
    try {
      const answer = await app.host.nextProducts({ ...NEXT_START, customer, first: 0, count: FEW }, job.id);
      return answer.ok ? answer.value.calls : null;
    } finally {
      job.done();
    }
  });
  onCleanup(() => running?.cancel());
  const reasonOf = ({ why }: CallRow) =>
    t('value.next.reason', {
      left: why.left.join(t('value.next.and')),
      share: format().percent(why.confidence, 0),
      together: why.together,
      of: why.of,
      lift: format().number(why.lift, 1),
    });
  return (
    <Show when={calls.latest}>
      {(rows) => (
        <table class="table">
          <caption class="type-section">{t('price.nextProducts')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('value.next.product')}</th>
              <th scope="col" class="number">
                {t('value.next.expectedIn', { unit: money.label() })}
              </th>
              <th scope="col">{t('value.next.why')}</th>
            </tr>
          </thead>
          <tbody>
            <For
              each={rows()}
              fallback={
                <tr>
                  <td colSpan={3}>{t('price.noNext')}</td>
                </tr>
              }
            >
              {(row) => (
                <tr>
                  <th scope="row">{row.item}</th>
                  <td class="number">{money.show(row.expected)}</td>
                  <td>{reasonOf(row)}</td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      )}
    </Show>
  );
}
