import './funnelBar.css';

/** One step of a funnel: a bar in the middle of its cell, as wide as its share of the widest, with its figure beside it. */
export function FunnelBar(props: { share: number; text: string; label: string; won?: boolean }) {
  const width = () => Math.max(0, Math.min(1, props.share)) * 100;
  return (
    <span class="funnel-bar" role="img" aria-label={props.label}>
      <svg class="funnel-bar__track" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <rect
          class="funnel-bar__fill"
          classList={{ 'funnel-bar__fill--won': props.won === true }}
          x={50 - width() / 2}
          width={width()}
          height={10}
        />
      </svg>
      <span class="funnel-bar__text" aria-hidden="true">
        {props.text}
      </span>
    </span>
  );
}
