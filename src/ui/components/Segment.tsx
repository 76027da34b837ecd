import { createUniqueId, For } from 'solid-js';

export interface SegmentProps<T extends string> {
  /** What is chosen here; read out, not shown. */
  label: string;
  options: readonly { value: T; label: string }[];
  value: T;
  onChange: (value: T) => void;
}

/** A choice of two to five short words, all in sight. Arrow keys move as in any radio group. */
export function Segment<T extends string>(props: SegmentProps<T>) {
  const name = createUniqueId();
  return (
    <div class="segment" role="radiogroup" aria-label={props.label}>
      <For each={props.options}>
        {(option) => (
          <label class="segment__option">
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === props.value}
              onChange={() => props.onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        )}
      </For>
    </div>
  );
}
