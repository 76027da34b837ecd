import { issue } from '~/domain/issue';
import type { GroupRange } from '~/engine/challenge/index';
import { LEAST_PEERS } from './peerSupport';
import { rangeOf, type Support, unknownSupport } from './support';

/** What the customers of one node could buy and bought. */
export interface PotentialFigures {
  potential: number;
  reached: number;
  unstated: number;
}

/** So much of a node's sales must come from customers with a stated potential before it can be a limit. */
const STATED_FOR_LIMIT = 0.8;

/**
 * What customers support: their potential × the share of it that the node's peers reach (nine in ten, half, one in ten of
 * them), at best the node's own share where it is more; customers without a stated potential as last year. With fewer than
 * five peers that have potentials: the node's own share, and at best all of it. Unknown where no customer of the node has one.
 */
export function potentialSupport(own: PotentialFigures | null, peers: GroupRange | null): Support {
  if (!own || own.potential <= 0) return unknownSupport('potential', issue('challenge/noPotential'));
  const { potential, reached, unstated } = own;
  const share = Math.max(0, reached) / potential;
  const amountAt = (part: number): number => potential * part + unstated;
  const low = Math.min(share, peers ? peers.low : share);
  const mid = peers ? peers.median : share;
  const high = peers ? Math.max(peers.high, share) : Math.max(1, share);
  const stated = statedShare(own);
  return {
    kind: 'potential',
    range: rangeOf(amountAt(low), amountAt(mid), amountAt(high)),
    facts: {
      potential,
      share,
      peers: peers?.count ?? null,
      low: peers?.low ?? null,
      median: peers?.median ?? null,
      high: peers?.high ?? null,
      unstated,
      stated,
    },
    issues: [
      ...(peers ? [] : [issue('challenge/fewPeers', { n: 0, needed: LEAST_PEERS })]),
      ...(stated !== null && stated < STATED_FOR_LIMIT ? [issue('challenge/potentialPartly')] : []),
    ],
  };
}

/**
 * The most that customers could buy at all: their whole potential, and those without one as many times what they bought as
 * the others could. Null where less than four fifths of the sales come from customers with a stated potential.
 */
export function wholePotential(own: PotentialFigures | null): number | null {
  if (!own || own.potential <= 0) return null;
  const stated = statedShare(own);
  if (stated === null || stated < STATED_FOR_LIMIT) return null;
  const { potential, reached, unstated } = own;
  const times = reached > 0 ? Math.max(1, potential / reached) : 1;
  return Math.round(potential + Math.max(0, unstated) * times);
}

function statedShare({ reached, unstated }: PotentialFigures): number | null {
  const sold = Math.max(0, reached) + Math.max(0, unstated);
  return sold > 0 ? Math.max(0, reached) / sold : null;
}
