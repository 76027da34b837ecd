import { type JSX, Show } from 'solid-js';
import { formatAt } from '~/state/address';
import { useApp } from '~/state/app';
import { Select } from '../../components/Select';
import { useText } from '../../components/TextProvider';
import { NodePicker } from '../forecast/node/NodePicker';
import { SPANS, type Span, spanOf } from './pipelineScope';
import './pipeline.css';

/** Whose deals, created when; kept in the address, so that all tabs look at the same ones. */
export function PipelineBar(props: { label: string | null; noSpan?: boolean; children?: JSX.Element }) {
  const app = useApp();
  const { t } = useText();
  const isWhole = () => !app.route().params.at;
  return (
    <div class="pipeline-bar">
      <NodePicker
        label={isWhole() ? '' : (props.label ?? '…')}
        onChoose={(at) => app.setParams({ at: formatAt(at) || null })}
      />
      <Show when={!props.noSpan}>
        <Select<Span>
          bare
          hideLabel
          label={t('pipeline.span')}
          value={spanOf(app.route().params)}
          options={SPANS.map((value) => ({ value, label: t(`pipeline.spanOf.${value}`) }))}
          onChange={(span) => app.setParams({ span: span === 'all' ? null : span })}
        />
      </Show>
      <span class="pipeline-bar__gap" />
      {props.children}
    </div>
  );
}
