import { For } from 'solid-js';

export interface GridSkeletonProps {
  /** Real words of the header, so that nothing jumps when the numbers come. */
  heads: string[];
  label: string;
}

const ROWS = Array.from({ length: 16 }, (_, row) => row);

/** The grid before its first numbers: its header and its hairlines. */
export function GridSkeleton(props: GridSkeletonProps) {
  return (
    <div class="plan-skeleton" role="status" aria-label={props.label}>
      <div class="plan-skeleton__head">
        <For each={props.heads}>{(head) => <span>{head}</span>}</For>
      </div>
      <For each={ROWS}>{() => <div class="plan-skeleton__row" />}</For>
    </div>
  );
}
