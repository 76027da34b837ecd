export interface ProgressProps {
  label: string;
  done: number;
  /** Null while nobody knows how much there is. */
  total: number | null;
}

/** How far a job is; an open one only says that it runs. */
export function Progress(props: ProgressProps) {
  const share = () => (props.total && props.total > 0 ? Math.min(1, props.done / props.total) : null);
  return (
    <svg
      class="progress"
      role="progressbar"
      aria-label={props.label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={share() === null ? undefined : Math.round((share() ?? 0) * 100)}
      preserveAspectRatio="none"
      viewBox="0 0 100 4"
    >
      <rect
        class="progress__bar"
        classList={{ 'progress__bar--open': share() === null }}
        width={share() === null ? 30 : (share() ?? 0) * 100}
        height={4}
      />
    </svg>
  );
}
