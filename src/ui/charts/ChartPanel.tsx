import { createSignal, type JSX, lazy, Show, Suspense } from 'solid-js';
import { Section } from '../components/Section';
import { Segment } from '../components/Segment';
import { useText } from '../components/TextProvider';
import type { ChartOption } from './chartOption';
import './charts.css';

const Plot = lazy(async () => ({ default: (await import('./Plot')).Plot }));

export interface ChartPanelProps {
  /** What the chart shows, as a finding where there is one. */
  finding: string;
  caption?: string;
  /** The finding in a sentence or two, read out instead of the picture. */
  description: string;
  option: ChartOption;
  onPick?: (id: string) => void;
  legend?: JSX.Element;
  /** The same numbers as a table. */
  table: JSX.Element;
}

/** A chart under its finding, with the same numbers as a plain table one switch away. */
export function ChartPanel(props: ChartPanelProps) {
  const { t } = useText();
  const [look, setLook] = createSignal<'chart' | 'table'>('chart');
  return (
    <Section
      finding={props.finding}
      caption={props.caption}
      tools={
        <Segment
          label={t('forecast.look')}
          options={[
            { value: 'chart', label: t('forecast.chart') },
            { value: 'table', label: t('forecast.table') },
          ]}
          value={look()}
          onChange={setLook}
        />
      }
    >
      <Show when={look() === 'chart'} fallback={<div class="chart-table">{props.table}</div>}>
        {props.legend}
        <div class="chart-box">
          <Suspense>
            <Plot option={props.option} label={props.description} onPick={props.onPick} />
          </Suspense>
        </div>
      </Show>
    </Section>
  );
}
