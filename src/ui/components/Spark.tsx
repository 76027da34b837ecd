import { createMemo, Show } from 'solid-js';

export interface SparkProps {
  values: readonly (number | null)[];
  /** What the line shows, read out instead of it; without one it is decoration beside its number. */
  label?: string;
  width?: number;
  height?: number;
  target?: boolean;
}

/** A line of some dozen values without axes; gaps stay gaps. A dot marks the last value. */
export function Spark(props: SparkProps) {
  const width = () => props.width ?? 72;
  const height = () => props.height ?? 20;
  const points = createMemo(() => {
    const known = props.values.filter((value): value is number => value !== null);
    const low = Math.min(...known);
    const spread = Math.max(...known) - low || 1;
    const step = width() / Math.max(1, props.values.length - 1);
    return props.values.map((value, index) =>
      value === null ? null : { x: index * step, y: height() - 2 - ((value - low) / spread) * (height() - 4) },
    );
  });
  const path = () => {
    const all = points();
    return all
      .map((point, index) => (point ? `${all[index - 1] ? 'L' : 'M'}${point.x.toFixed(1)} ${point.y.toFixed(1)}` : ''))
      .join('');
  };
  const last = () => points().findLast((point) => point !== null) ?? null;
  return (
    <svg
      class="spark"
      classList={{ 'spark--target': props.target }}
      width={width()}
      height={height()}
      viewBox={`0 0 ${width()} ${height()}`}
      role={props.label ? 'img' : undefined}
      aria-label={props.label}
      aria-hidden={props.label ? undefined : 'true'}
    >
      <path d={path()} />
      <Show when={last()}>{(point) => <circle class="spark__end" cx={point().x} cy={point().y} r={2} />}</Show>
    </svg>
  );
}
