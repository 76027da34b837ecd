import { DEAL_LOST, DEAL_OPEN, DEAL_WON, type DealTable } from './dealTable';

/** Where a visit ended, beside the stages. */
export const VISIT_STAYS = -1;
export const VISIT_WON = -2;
export const VISIT_LOST = -3;

/** Stretches of time that deals spent in a stage, in columns. */
export interface StageVisits {
  count: number;
  deal: Uint32Array;
  stage: Int16Array;
  from: Float64Array;
  /** Days from coming to going, or to the day all is seen on where the deal is still there. */
  days: Float64Array;
  /** The stage it went to, or one of `VISIT_STAYS`, `VISIT_WON`, `VISIT_LOST`. */
  to: Int16Array;
}

/**
 * How long deals were in each stage and where they went from there. With `bySteps` from the steps on record; without,
 * every deal is one visit of a single stage 0 from created to closed, which says when deals are won or lost but not
 * from where. Deals without the days for it, and steps after the close, are left out: they say nothing about time.
 */
export function stageVisits(table: DealTable, bySteps: boolean): StageVisits {
  const size = bySteps ? table.steps.stage.length : table.count;
  const visits: StageVisits = {
    count: 0,
    deal: new Uint32Array(size),
    stage: new Int16Array(size),
    from: new Float64Array(size),
    days: new Float64Array(size),
    to: new Int16Array(size),
  };
  for (let deal = 0; deal < table.count; deal += 1) {
    if (bySteps) addSteps(visits, table, deal);
    else addWhole(visits, table, deal);
  }
  return visits;
}

function addWhole(visits: StageVisits, { result, created, closed, asOf }: DealTable, deal: number): void {
  const open = result[deal] === DEAL_OPEN;
  const end = open ? asOf : closed[deal];
  if (!(created[deal] <= end)) return;
  add(visits, { deal, stage: 0, from: created[deal], end, to: endOf(result[deal]) });
}

function addSteps(visits: StageVisits, table: DealTable, deal: number): void {
  const { steps, result, closed, asOf } = table;
  const { start, stage, day } = steps;
  const open = result[deal] === DEAL_OPEN;
  const end = open ? asOf : closed[deal];
  if (Number.isNaN(end)) return;
  for (let i = start[deal]; i < start[deal + 1] && day[i] <= end; i += 1) {
    const from = i;
    // The same stage named twice is one stay.
    while (i + 1 < start[deal + 1] && stage[i + 1] === stage[from] && day[i + 1] <= end) i += 1;
    const goesOn = i + 1 < start[deal + 1] && day[i + 1] <= end;
    add(visits, {
      deal,
      stage: stage[from],
      from: day[from],
      end: goesOn ? day[i + 1] : end,
      to: goesOn ? stage[i + 1] : endOf(result[deal]),
    });
  }
}

const endOf = (result: number): number =>
  result === DEAL_WON ? VISIT_WON : result === DEAL_LOST ? VISIT_LOST : VISIT_STAYS;

function add(
  visits: StageVisits,
  { deal, stage, from, end, to }: { deal: number; stage: number; from: number; end: number; to: number },
): void {
  const at = visits.count;
  visits.deal[at] = deal;
  visits.stage[at] = stage;
  visits.from[at] = from;
  visits.days[at] = end - from;
  visits.to[at] = to;
  visits.count += 1;
}
