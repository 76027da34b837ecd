import type { Tier } from './moveMatrix';

/** A tier as a letter in a box; the letter alone tells it. */
export function TierBadge(props: { tier: Tier }) {
  return <span class={`tier-badge tier-badge--${props.tier}`}>{props.tier}</span>;
}
