import { createMemo, Show } from 'solid-js';
import type { FunnelView } from '~/domain/pipelineView';
import { ratioOf } from '~/domain/ratio';
import { Section } from '../../../components/Section';
import { Table } from '../../../components/Table';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';

/** Why deals were lost, the most frequent reason first; those without one are told like any other. */
export function LossReasons(props: { view: FunnelView }) {
  const { t, format } = useText();
  const money = useMoney();
  const rows = createMemo(() => [...props.view.reasons].sort((a, b) => b.count - a.count || b.amount - a.amount));
  const most = () => Math.max(1, ...rows().map(({ count }) => count));
  const share = (count: number) => ratioOf(count, props.view.lost.count);
  const finding = () => {
    if (props.view.lost.count === 0) return t('pipeline.funnel.noLost');
    const first = rows().find(({ reason }) => reason !== '');
    if (!first) return t('pipeline.funnel.reasonsNone');
    return t('pipeline.funnel.reasons', { reason: first.reason, share: format().percent(share(first.count), 0) });
  };
  return (
    <Section
      finding={finding()}
      caption={t('pipeline.funnel.reasonCaption', {
        n: props.view.lost.count,
        amount: money.say(props.view.lost.amount),
      })}
    >
      <Show when={rows().length > 0}>
        <Table
          label={t('pipeline.funnel.reason')}
          rows={rows()}
          columns={[
            {
              id: 'reason',
              head: t('pipeline.funnel.reason'),
              rowHead: true,
              cell: (row) => (
                <span classList={{ quiet: row.reason === '' }}>{row.reason || t('pipeline.funnel.noReason')}</span>
              ),
            },
            {
              id: 'share',
              head: t('pipeline.funnel.share'),
              cell: (row) => (
                <span class="loss-bar">
                  <svg class="loss-bar__track" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                    <rect width={(row.count / most()) * 100} height={10} />
                  </svg>
                  <span class="loss-bar__share">{format().percent(share(row.count), 0)}</span>
                </span>
              ),
            },
            { id: 'count', head: t('pipeline.funnel.count'), number: true, cell: (row) => format().count(row.count) },
            { id: 'amount', head: t('pipeline.funnel.amount'), number: true, cell: (row) => money.show(row.amount) },
          ]}
        />
      </Show>
    </Section>
  );
}
