import { For } from 'solid-js';
import type { DealRow } from '~/domain/pipelineView';
import { useText } from '../../../components/TextProvider';

/** What to look at in a deal: it slips, hangs, or something in it is wrong. */
export function DealMarks(props: { row: DealRow }) {
  const { t } = useText();
  const marks = () => [
    ...(props.row.result === 'lost' && props.row.reason !== '' ? [{ text: props.row.reason, tone: 'plain' }] : []),
    ...(props.row.slipping ? [{ text: t('pipeline.deals.slipping'), tone: 'warn' }] : []),
    ...(props.row.stale ? [{ text: t('pipeline.deals.stale'), tone: 'warn' }] : []),
    ...props.row.flaws.map((flaw) => ({ text: t(`pipeline.deals.flaw.${flaw}`), tone: 'bad' })),
  ];
  return (
    <span
      class="deal-marks"
      title={marks()
        .map(({ text }) => text)
        .join(' · ')}
    >
      <For each={marks()}>{(mark) => <span class={`deal-mark deal-mark--${mark.tone}`}>{mark.text}</span>}</For>
    </span>
  );
}
