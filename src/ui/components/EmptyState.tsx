import { For, type JSX } from 'solid-js';

export interface EmptyStateProps {
  /** One sentence that says what will be here. */
  title: string;
  text?: string;
  /** One button. */
  children?: JSX.Element;
}

const ROWS = [0, 1, 2, 3, 4];
const COLUMNS = [180, 272, 364, 456, 548];

/** An empty screen shows its own grid in hairlines, one sentence, one button. */
export function EmptyState(props: EmptyStateProps) {
  return (
    <div class="empty">
      <svg class="empty__ghost" viewBox="0 0 640 150" fill="none" aria-hidden="true">
        <For each={ROWS}>{(row) => <path d={`M0 ${row * 28 + 20.5}H640`} />}</For>
        <For each={COLUMNS}>{(x) => <path d={`M${x + 0.5} 0V150`} />}</For>
      </svg>
      <h2 class="type-section">{props.title}</h2>
      <p class="type-lead">{props.text}</p>
      {props.children}
    </div>
  );
}
