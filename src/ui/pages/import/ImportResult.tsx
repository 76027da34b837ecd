import CircleCheck from 'lucide-solid/icons/circle-check';
import { For, Show } from 'solid-js';
import { CURRENCIES } from '~/domain/money';
import { useApp } from '~/state/app';
import { Button } from '../../components/Button';
import { dimensionName } from '../../components/dimensionName';
import { useText } from '../../components/TextProvider';
import type { ImportDone, ImportDraft } from './importDraft';

/** What came in, what next, and the way back. */
export function ImportResult(props: { draft: ImportDraft; done: ImportDone }) {
  const app = useApp();
  const { t, format } = useText();
  const report = () => props.done.preview.report;
  const money = () =>
    format().exactMoney(report().amount, {
      code: props.draft.currency(),
      minorUnit: CURRENCIES[props.draft.currency()],
    });
  const facts = () => {
    const { coverage, dimensions } = props.done.preview;
    const range = coverage && { from: format().isoDay(coverage.from), to: format().isoDay(coverage.to) };
    return [
      t('import.doneAmount', { amount: money() }),
      range && t('import.coverage', range),
      dimensions
        .map((one) => t('import.doneMembers', { dimension: dimensionName(t, one.id), n: one.members }))
        .join(' · '),
      report().reported > 0 ? t('import.doneReported', { n: report().reported }) : null,
      report().unmatched.length > 0 ? t('import.doneUnmatched', { n: report().unmatched.length }) : null,
    ].filter((fact): fact is string => fact !== null && fact !== '');
  };
  const undoBlocked = () => (app.status().undo?.command === 'orders/import' ? null : t('import.undoLater'));
  return (
    <Show
      when={!props.done.undone}
      fallback={
        <section class="import-result" role="status">
          <h2 class="type-finding">{t('import.undone')}</h2>
          <p class="type-lead">{t('import.undoneText')}</p>
          <div class="import-result__acts">
            <Button look="primary" large onClick={() => props.draft.reset()}>
              {t('import.again')}
            </Button>
          </div>
        </section>
      }
    >
      <section class="import-result" role="status">
        <h2 class="type-finding import-result__title">
          <CircleCheck size={20} class="tone-good" stroke-width={1.5} aria-hidden="true" />
          {t('import.done', { n: report().kept })}
        </h2>
        <ul class="import-result__facts">
          <For each={facts()}>{(fact) => <li>{fact}</li>}</For>
        </ul>
        <div class="import-result__acts">
          <Button look="primary" large onClick={() => app.go('wizard')}>
            {t('import.makePlan')}
          </Button>
          <Button large onClick={() => app.go('sources')}>
            {t('import.toSources')}
          </Button>
          <Button large look="quiet" blocked={undoBlocked()} onClick={() => void props.draft.undo()}>
            {t('import.undo')}
          </Button>
          <Button large look="quiet" onClick={() => props.draft.reset()}>
            {t('import.again')}
          </Button>
        </div>
      </section>
    </Show>
  );
}
