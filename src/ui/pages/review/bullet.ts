import type { KpiCard } from '~/domain/view';
import { figureShape } from './cardFigure';

export interface BulletShape {
  /** All in percent of the track. */
  from: number;
  to: number;
  mark: number | null;
}

/** The limit stands at seven tenths of the track, so that good and bad have room on both sides of it. */
const MARK_AT = 0.7;

/**
 * Bar from zero to the value, mark at the limit, on one scale. A value or limit below zero moves the start of the scale
 * down. Null without a value, or where nothing says how long
 * the track is: no limit, or one of zero.
 */
export function bulletShape(card: Pick<KpiCard, 'id' | 'value' | 'limits' | 'unit'>): BulletShape | null {
  const { value } = card;
  if (value === null) return null;
  const limit = card.limits.good ?? card.limits.bad;
  if (limit === 0) return null;
  if (limit === null && (figureShape(card).kind !== 'percent' || value < 0 || value > 1)) return null;
  const low = Math.min(0, value, limit ?? 0);
  const high = Math.max(limit === null ? 1 : limit / MARK_AT, value * 1.02, 0);
  const spread = high - low;
  if (spread <= 0) return null;
  const at = (number: number): number => ((number - low) / spread) * 100;
  return {
    from: at(Math.min(0, value)),
    to: at(Math.max(0, value)),
    mark: limit === null ? null : at(limit),
  };
}
