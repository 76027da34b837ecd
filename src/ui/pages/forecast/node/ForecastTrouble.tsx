import { Show } from 'solid-js';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { EmptyState } from '../../../components/EmptyState';
import { useText } from '../../../components/TextProvider';

export interface ForecastTroubleProps {
  trouble: 'noHistory' | 'cancelled' | 'failed';
  /** False when one node was asked for. */
  isWhole: boolean;
  scope: string;
  onWhole(): void;
  onAgain(): void;
}

/** Instead of a forecast: why there is none, and what would help. */
export function ForecastTrouble(props: ForecastTroubleProps) {
  const app = useApp();
  const { t } = useText();
  return (
    <Show
      when={props.trouble === 'noHistory'}
      fallback={
        <EmptyState title={t('forecast.cancelled')} text={t('forecast.cancelledText')}>
          <Button look="primary" onClick={() => props.onAgain()}>
            {t('forecast.again')}
          </Button>
        </EmptyState>
      }
    >
      <Show
        when={props.isWhole}
        fallback={
          <EmptyState
            title={t('forecast.emptyNode', { scope: props.scope })}
            text={`${t('forecast.emptyNodeText')} ${t('forecast.emptyText')}`}
          >
            <Button look="primary" onClick={() => props.onWhole()}>
              {t('forecast.showWhole')}
            </Button>
          </EmptyState>
        }
      >
        <EmptyState title={t('forecast.empty')} text={t('forecast.emptyText')}>
          <Button look="primary" onClick={() => app.go('import')}>
            {t('forecast.import')}
          </Button>
        </EmptyState>
      </Show>
    </Show>
  );
}
