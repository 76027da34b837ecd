import TriangleAlert from 'lucide-solid/icons/triangle-alert';
import { useApp } from '~/state/app';
import { downloadStored } from '~/state/exportPlan';
import type { Unopened } from '~/state/unopened';
import { Button } from '../../components/Button';
import { useText } from '../../components/TextProvider';

export interface UnopenedNoticeProps {
  unopened: Unopened;
  onRetry: () => void;
  onDelete: () => void;
}

/** A workspace does not open: what happened, what is safe, and the ways on. */
export function UnopenedNotice(props: UnopenedNoticeProps) {
  const app = useApp();
  const { t, issueText } = useText();
  const name = () => props.unopened.workspace.name;
  return (
    <section class="unopened" role="alert" aria-labelledby="unopened-title">
      <TriangleAlert size={20} class="tone-bad" stroke-width={1.5} aria-hidden="true" />
      <div class="unopened__body">
        <h2 id="unopened-title" class="type-section">
          {t('start.unopenedTitle', { name: name() })}
        </h2>
        <p>{props.unopened.issues.map((issue) => issueText(issue)).join(' ')}</p>
        <p>{t('start.unopenedSafe')}</p>
        <div class="unopened__acts">
          <Button look="primary" onClick={() => void downloadStored(app, props.unopened.workspace.id)}>
            {t('start.unopenedDownload')}
          </Button>
          <Button onClick={props.onRetry}>{t('start.unopenedRetry')}</Button>
          <Button look="quiet" aria-label={t('start.deleteNamed', { name: name() })} onClick={props.onDelete}>
            {t('start.delete')}
          </Button>
        </div>
      </div>
    </section>
  );
}
