import { Show } from 'solid-js';
import { TextField } from '../../../components/TextField';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';
import type { SpreadDraft } from './spreadDraft';

/** A rule over the periods: the same in each, even steps, or growth from one to the next. */
export function SeriesFields(props: { draft: SpreadDraft; onChange(part: Partial<SpreadDraft>): void }) {
  const { t } = useText();
  const money = useMoney();
  const head = () => t(props.draft.way === 'repeat' ? 'spread.each' : 'spread.first', { unit: money.label() });
  return (
    <Show when={props.draft.way !== 'bottomUp'} fallback={<QuotaFields {...props} />}>
      <TextField label={head()} value={props.draft.from} onInput={(from) => props.onChange({ from })} />
      <Show when={props.draft.way === 'straightLine'}>
        <TextField
          label={t('spread.last', { unit: money.label() })}
          value={props.draft.to}
          onInput={(to) => props.onChange({ to })}
        />
      </Show>
      <Show when={props.draft.way === 'growth'}>
        <TextField
          label={t('spread.rate')}
          hint={t('spread.rateHint')}
          value={props.draft.rate}
          onInput={(rate) => props.onChange({ rate })}
        />
      </Show>
    </Show>
  );
}

/** What is asked of everybody on top of last year, and what is let off. */
function QuotaFields(props: { draft: SpreadDraft; onChange(part: Partial<SpreadDraft>): void }) {
  const { t } = useText();
  return (
    <>
      <p class="quiet">{t('spread.quotaHint')}</p>
      <TextField
        label={t('spread.quotaGrowth')}
        hint={t('spread.rateHint')}
        value={props.draft.growth}
        onInput={(growth) => props.onChange({ growth })}
      />
      <TextField
        label={t('spread.quotaRelief')}
        hint={t('spread.quotaReliefHint')}
        value={props.draft.relief}
        onInput={(relief) => props.onChange({ relief })}
      />
    </>
  );
}
