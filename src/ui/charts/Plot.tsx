import { createEffect, onCleanup, onMount } from 'solid-js';
import type { ChartOption } from './chartOption';
import { startDrawing } from './engine';

export interface PlotProps {
  option: ChartOption;
  /** What the chart says, read out instead of it. */
  label: string;
  /** Parts can be clicked; the same is offered in the table beside it. */
  onPick?: (id: string) => void;
}

/** Draws an option into its box and keeps it fitting. Loaded lazily: it brings the chart package along. */
export function Plot(props: PlotProps) {
  let host: HTMLDivElement | undefined;
  onMount(() => {
    if (!host) return;
    const drawing = startDrawing(host);
    const observer = new ResizeObserver(() => drawing.resize());
    observer.observe(host);
    createEffect(() => drawing.draw(props.option));
    drawing.onPick((id) => props.onPick?.(id));
    onCleanup(() => {
      observer.disconnect();
      drawing.dispose();
    });
  });
  return (
    <div
      ref={(element) => {
        host = element;
      }}
      class="plot"
      role="img"
      aria-label={props.label}
    />
  );
}
