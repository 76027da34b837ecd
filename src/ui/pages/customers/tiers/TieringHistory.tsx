import { For, Show } from 'solid-js';
import { useApp } from '~/state/app';
import { createLiveAnswer } from '../../../components/createLiveAnswer';
import { Section } from '../../../components/Section';
import { useText } from '../../../components/TextProvider';

/** Every time tiers were put into force: from when, why, how many stood where and moved. */
export function TieringHistory() {
  const app = useApp();
  const { t, format } = useText();
  const lines = createLiveAnswer(
    () => 'all',
    () => app.host.tierings(),
  );
  const all = () => lines.value() ?? [];
  return (
    <Section
      finding={all().length > 0 ? t('customers.historyFinding', { n: all().length }) : t('customers.historyNone')}
    >
      <Show when={all().length > 0}>
        <table class="table">
          <caption class="unseen">{t('customers.historyTable')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('customers.historyFrom')}</th>
              <th scope="col" class="number">
                A
              </th>
              <th scope="col" class="number">
                B
              </th>
              <th scope="col" class="number">
                C
              </th>
              <th scope="col" class="number">
                {t('customers.historyMoves')}
              </th>
              <th scope="col" class="number">
                {t('customers.historyWaiting')}
              </th>
              <th scope="col">{t('customers.historyReason')}</th>
            </tr>
          </thead>
          <tbody>
            <For each={all()}>
              {(line) => (
                <tr>
                  <th scope="row">
                    {format().isoDay(line.on)}{' '}
                    <Show when={line.current}>
                      <span class="faint">{t('customers.historyCurrent')}</span>
                    </Show>
                  </th>
                  <For each={line.customers}>{(n) => <td class="number">{format().count(n)}</td>}</For>
                  <td class="number">
                    <Show when={line.up !== null} fallback="–">
                      {format().count(line.up)} / {format().count(line.down)}
                    </Show>
                  </td>
                  <td class="number quiet">{format().count(line.waiting)}</td>
                  <td>{line.reason}</td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </Show>
    </Section>
  );
}
