import type { JSX } from 'solid-js';

/** One figure with its name above and what it rests on below. */
export function PipelineFigure(props: { name: string; value: JSX.Element; note?: string; beside?: JSX.Element }) {
  return (
    <div class="pipeline-figure">
      <span class="type-caption">{props.name}</span>
      <span class="type-value pipeline-figure__value">
        {props.value} {props.beside}
      </span>
      <span class="pipeline-figure__note">{props.note}</span>
    </div>
  );
}
