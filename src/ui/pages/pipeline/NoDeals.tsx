import { Show } from 'solid-js';
import { useApp } from '~/state/app';
import { Button } from '../../components/Button';
import { EmptyState } from '../../components/EmptyState';
import { useText } from '../../components/TextProvider';
import { TemplateMenu } from '../sources/TemplateMenu';

/** Instead of a page of deals: what to import, or that the node or span has none. */
export function NoDeals(props: { why?: string }) {
  const app = useApp();
  const { t } = useText();
  const narrowed = () => Boolean(app.route().params.at) || Boolean(app.route().params.span);
  return (
    <Show
      when={narrowed()}
      fallback={
        <EmptyState title={t('pipeline.empty')} text={t('pipeline.emptyText')}>
          <div class="pipeline-actions">
            <Button look="primary" onClick={() => app.go('import', { kind: 'opportunities' })}>
              {t('pipeline.import')}
            </Button>
            <TemplateMenu kind="opportunities" />
          </div>
        </EmptyState>
      }
    >
      <EmptyState title={t('pipeline.emptyNode')} text={props.why || t('pipeline.emptyNodeText')}>
        <Button look="primary" onClick={() => app.setParams({ at: null, span: null })}>
          {t('pipeline.showAll')}
        </Button>
      </EmptyState>
    </Show>
  );
}
