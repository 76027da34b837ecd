import { createSignal, Show } from 'solid-js';
import type { At } from '~/domain/cell';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { EmptyState } from '../../../components/EmptyState';
import { useText } from '../../../components/TextProvider';
import { AnalogueDialog } from '../events/AnaloguePart';

export interface ForecastTroubleProps {
  trouble: 'noHistory' | 'failed';
  at: At;
  scope: string;
  onWhole(): void;
  onAgain(): void;
}

/** Instead of a forecast: why there is none, and what would help. */
export function ForecastTrouble(props: ForecastTroubleProps) {
  const app = useApp();
  const { t } = useText();
  const [open, setOpen] = createSignal(false);
  /** The member that could be said to be like others: the last one that is named. */
  const member = () => Object.entries(props.at).findLast(([, code]) => code !== 0) ?? null;
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
        when={Object.keys(props.at).length === 0}
        fallback={
          <EmptyState
            title={t('forecast.emptyNode', { scope: props.scope })}
            text={`${t('forecast.emptyNodeText')} ${t('forecast.emptyText')}`}
          >
            <Button look="primary" onClick={() => props.onWhole()}>
              {t('forecast.showWhole')}
            </Button>
            <Show when={member()}>
              {(one) => (
                <>
                  <Button blocked={app.status().readOnly ? t('forecast.readOnly') : null} onClick={() => setOpen(true)}>
                    {t('event.analogue.open')}
                  </Button>
                  <AnalogueDialog
                    open={open()}
                    member={{ dimension: one()[0], code: one()[1] }}
                    name={props.scope}
                    onClose={() => setOpen(false)}
                  />
                </>
              )}
            </Show>
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
