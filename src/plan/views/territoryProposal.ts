import type { MemberCode } from '~/domain/dimension';
import type { ProposalQuery, TerritoryProposal } from '~/domain/territoryView';
import { balanceMoves } from '~/engine/territories/index';
import { membersOf } from '../document';
import { ownersOfDraft, type TerritoryScene } from './territoryScene';

/** No proposal asks for more changes of hands than anyone would make in one go. */
const MOST_MOVES = 500;
const TIER_A = 1;

/**
 * A few moves that bring sellers nearer to the mean of one figure, on top of a draft. A seller belongs to the region most of
 * its customers' weight lies in; within regions only sellers of one region share customers of it. Customers of tier A,
 * those without a seller and those of sellers who are gone stay, and so do those the draft moves already.
 */
export function territoryProposal(scene: TerritoryScene, query: ProposalQuery): TerritoryProposal {
  const { after, before } = ownersOfDraft(scene, query);
  const weights = weightsOf(scene, query.figure);
  const takesPart = new Uint8Array(membersOf(scene.document, 'seller').next);
  for (const seller of scene.sellers) takesPart[seller] = 1;
  const sellerGroup = query.sameRegion ? homes(scene, after, weights) : new Uint32Array(takesPart.length);
  const { codes } = scene;
  const isMoved = (code: MemberCode): boolean => before[code] !== after[code];
  const made = balanceMoves({
    weight: Float64Array.from(codes, (code) => weights[code]),
    seller: Uint32Array.from(codes, (code) => after[code]),
    group: Uint32Array.from(codes, (code) => (query.sameRegion ? scene.region[code] : 0)),
    fixed: Uint8Array.from(codes, (code) =>
      (query.keepTierA && scene.tier[code] === TIER_A) || isMoved(code) ? 1 : 0,
    ),
    sellerGroup,
    takesPart,
    tolerance: query.tolerance,
    most: MOST_MOVES,
  });
  return {
    moves: Array.from(made.customer, (at, i) => ({ customer: codes[at], seller: made.seller[i] })),
    outside: made.outside,
  };
}

function weightsOf(scene: TerritoryScene, figure: ProposalQuery['figure']): Float64Array {
  if (figure === 'hours') return scene.hours;
  if (figure === 'potential') return scene.potential.map((value) => (Number.isNaN(value) ? 0 : value));
  if (figure === 'customers') return new Float64Array(scene.hours.length).fill(1);
  return scene.sales ?? new Float64Array(scene.hours.length);
}

/** By seller: the region where most of its weight lies, of equal ones the lower code; 0 where it has none. */
function homes(scene: TerritoryScene, owners: Uint32Array, weights: Float64Array): Uint32Array {
  const sellers = membersOf(scene.document, 'seller').next;
  const regions = membersOf(scene.document, 'region').next;
  const sums = Array.from({ length: sellers }, () => new Float64Array(regions));
  for (const code of scene.codes) sums[owners[code]][scene.region[code]] += Math.max(0, weights[code]);
  return Uint32Array.from(sums, (own) => {
    let best = 0;
    for (let region = 1; region < regions; region += 1) if (own[region] > own[best]) best = region;
    return best;
  });
}
