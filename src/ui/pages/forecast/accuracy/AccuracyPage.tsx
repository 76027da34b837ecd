import { Show } from 'solid-js';
import { useApp } from '~/state/app';
import { createAnswer } from '../../../components/createAnswer';
import { JobLine } from '../../../components/JobLine';
import { NoPlan } from '../../../components/NoPlan';
import { useText } from '../../../components/TextProvider';
import '../node/forecast.css';
import { KeptPart } from './KeptPart';
import { NodeErrors } from './NodeErrors';
import { SellerPart } from './SellerPart';

/** How far forecasts missed, by node and by seller, and the forecasts that are kept to be judged. */
export function AccuracyPage() {
  const app = useApp();
  const { t } = useText();
  const answer = createAnswer({
    kind: 'forecast',
    query: () => (app.status().plan ? true : null),
    call: (_, job) => app.host.forecastAccuracy(job),
  });
  return (
    <Show when={app.status().plan} fallback={<NoPlan text={t('accuracy.noPlan')} />}>
      <div class="special-page" aria-busy={answer.job() !== null}>
        <h1 class="unseen">{t('accuracy.title')}</h1>
        <JobLine job={answer.job()} stopped={answer.stopped()} words={t('accuracy.computing')} onAgain={answer.again} />
        <Show when={answer.view()}>
          {(view) => (
            <>
              <NodeErrors view={view()} />
              <SellerPart sellers={view().sellers} />
              <KeptPart view={view()} />
            </>
          )}
        </Show>
      </div>
    </Show>
  );
}
