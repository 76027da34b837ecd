import { useApp } from '~/state/app';
import { Button } from './Button';
import { EmptyState } from './EmptyState';
import { useText } from './TextProvider';

/** What a page says that speaks of a plan while none is open, and the way to one. */
export function NoPlan(props: { text: string }) {
  const app = useApp();
  const { t } = useText();
  return (
    <EmptyState title={t('challenge.noPlan')} text={props.text}>
      <Button look="primary" onClick={() => app.go('wizard')}>
        {t('challenge.makePlan')}
      </Button>
    </EmptyState>
  );
}
