import { For, Show } from 'solid-js';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { createLiveAnswer } from '../../../components/createLiveAnswer';
import { Section } from '../../../components/Section';
import { useText } from '../../../components/TextProvider';

const LATEST = 8;

/** Where history can be read as it was and as it is now, and the changes of hands that stand. */
export function HistoryPart() {
  const app = useApp();
  const { t, format } = useText();
  const latest = createLiveAnswer(
    () => LATEST,
    (most) => app.host.ownerships(most),
  );
  return (
    <Section
      finding={t('territory.history.title')}
      caption={t('territory.history.text')}
      tools={
        <Show when={app.status().plan}>
          <Button onClick={() => app.go('plan')}>{t('territory.history.open')}</Button>
        </Show>
      }
    >
      <Show when={(latest.value()?.length ?? 0) > 0}>
        <p class="type-caption">{t('territory.history.latest')}</p>
        <ul class="territory-latest">
          <For each={latest.value()}>
            {(line) => (
              <li>
                {t('territory.history.line', {
                  day: format().isoDay(line.from),
                  customer: line.customerName,
                  seller: line.sellerName || t('territory.unassigned'),
                })}
              </li>
            )}
          </For>
        </ul>
      </Show>
    </Section>
  );
}
