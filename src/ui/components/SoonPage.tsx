import { Show } from 'solid-js';
import { useApp } from '~/state/app';
import type { PageId } from '~/state/route';
import { Button } from './Button';
import { EmptyState } from './EmptyState';
import { useText } from './TextProvider';

/** Stands where a page is still missing, and says so. */
export function SoonPage(props: { page: PageId }) {
  const app = useApp();
  const { t } = useText();
  return (
    <EmptyState title={t(`page.${props.page}`)} text={t('shell.soon')}>
      <Show when={props.page !== 'home'}>
        <Button onClick={() => app.go(app.status().workspace ? 'home' : 'start')}>{t('shell.soonHome')}</Button>
      </Show>
    </EmptyState>
  );
}
