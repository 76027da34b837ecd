import type { At } from '~/domain/cell';
import type { DimensionId } from '~/domain/dimension';
import { monthPeriodAt } from '~/domain/period';
import type { Plan } from '~/domain/plan';
import { membersOf, type PlanDocument, workspaceOf } from '../document';
import { monthHistories } from '../outlooks/monthHistories';
import { salesTable } from '../outlooks/salesTable';
import { treeOf } from '../views/nodeFilters';
import { orderCoverage } from '../views/orderCoverage';
import { type Kin, type KinSeries, kinOf } from './kin';

/** From so many months on a history shows its own season and borrows none. */
export const OWN_SEASON = 36;
/** As many as the season is learned from, the surest and largest of them. */
const MOST_KIN = 24;
/** Fewer than this have nothing in common (`poolSeasons`). */
const FEWEST_KIN = 3;
const CYCLE = 12;
const SURE = 2 * CYCLE;
const MOSTLY = 2 / 3;

/**
 * Whose season a node with a short history may borrow: the members of its own level in the dimension it names last, else those
 * of the levels above, else by the dimensions it names before; the first of these of which three sold in most months of a year.
 * Null for the whole company and where there are none.
 */
export function seasonKin(document: PlanDocument, plan: Plan | null, at: At): Kin | null {
  const order = plan?.dimensions ?? [];
  const dimensions = Object.keys(at).sort((a, b) => order.indexOf(b) - order.indexOf(a));
  for (const dimension of dimensions) {
    const own = membersOf(document, dimension).byCode[at[dimension]]?.level;
    const levels = treeOf(document, plan, dimension)?.levels ?? (own === undefined ? [] : [own]);
    const depth = own === undefined ? -1 : levels.indexOf(own);
    for (let level = depth; level >= 0; level -= 1) {
      const kin = kinAt(document, plan, { dimension, level: levels[level] });
      if (kin) return kin;
    }
  }
  return null;
}

interface Place {
  dimension: DimensionId;
  level: string;
}

function kinAt(document: PlanDocument, plan: Plan | null, place: Place): Kin | null {
  let known = kept.get(document);
  if (known?.version !== document.factsVersion || known.plan !== plan?.id) {
    known = { version: document.factsVersion, plan: plan?.id, made: new Map() };
    kept.set(document, known);
  }
  const key = `${place.dimension}|${place.level}`;
  const had = known.made.get(key);
  if (had !== undefined) return had;
  const made = gatherKin(document, plan, place);
  known.made.set(key, made);
  return made;
}

const kept = new WeakMap<PlanDocument, { version: number; plan: string | undefined; made: Map<string, Kin | null> }>();

function gatherKin(document: PlanDocument, plan: Plan | null, { dimension, level }: Place): Kin | null {
  const coverage = orderCoverage(document);
  const members = membersOf(document, dimension).byCode.filter((member) => member?.level === level);
  if (!coverage || members.length < FEWEST_KIN) return null;
  const ats = members.flatMap((member): At[] => (member ? [{ [dimension]: member.code }] : []));
  const { firstMonth, lastMonth } = coverage;
  const spans = Array.from({ length: lastMonth - firstMonth + 1 }, (_, m) => monthPeriodAt(firstMonth + m));
  const table = salesTable(document, plan, { ats, spans });
  const found = monthHistories(document, plan, { ats, table, coverage }).flatMap((months) =>
    usable(months, firstMonth),
  );
  if (found.length < FEWEST_KIN) return null;
  found.sort((a, b) => Number(b.sure) - Number(a.sure) || b.size - a.size);
  const festivals = (plan ?? workspaceOf(document))?.currency === 'CNY';
  return kinOf(
    found.slice(0, MOST_KIN).map(({ series }) => series),
    festivals,
  );
}

/** A history from its first sale on, where it holds a year and sold in most months of it. */
function usable(months: Float64Array, firstMonth: number): { series: KinSeries; sure: boolean; size: number }[] {
  const start = months.findIndex((amount) => amount > 0);
  if (start < 0) return [];
  const values = months.slice(start);
  const known = values.filter((amount) => !Number.isNaN(amount));
  const positive = known.filter((amount) => amount > 0);
  if (known.length < CYCLE || positive.length < MOSTLY * known.length) return [];
  return [
    {
      series: { values, firstMonth: firstMonth + start, promotions: [] },
      sure: known.length >= SURE,
      size: positive.reduce((sum, amount) => sum + amount, 0),
    },
  ];
}
