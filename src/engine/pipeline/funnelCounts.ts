import { DEAL_LOST, DEAL_OPEN, DEAL_WON, type DealTable, NO_STAGE } from './dealTable';

/** What became of the deals that were ever in a stage. */
export interface StageCount {
  /** Open deals in it now. */
  count: number;
  amount: number;
  entered: number;
  enteredAmount: number;
  passed: number;
  passedAmount: number;
  lost: number;
  lostAmount: number;
}

/**
 * The funnel: by open stage how many deals are in it, ever reached it, went further, or were lost from it. A stage that
 * was skipped counts as passed; a deal that went back is judged by where it went in the end (kpi sheet §2,
 * stageConversion). Lost deals of which nobody knows the stage are in no stage but the first, which every deal reached.
 * Amounts of unknown worth add nothing. Rows are the deals to look at.
 */
export function funnelCounts(table: DealTable, rows: Iterable<number>): StageCount[] {
  const { stages, result, stage, worth } = table;
  const counts = Array.from({ length: stages }, emptyStage);
  for (const deal of rows) {
    const amount = Number.isNaN(worth[deal]) ? 0 : worth[deal];
    const last = stage[deal];
    const top = result[deal] === DEAL_WON ? stages - 1 : furthest(table, deal);
    if (result[deal] === DEAL_OPEN && last !== NO_STAGE) {
      counts[last].count += 1;
      counts[last].amount += amount;
    }
    for (let s = 0; s <= top; s += 1) {
      counts[s].entered += 1;
      counts[s].enteredAmount += amount;
      const outcome = outcomeAt({ result: result[deal], last, stage: s });
      if (outcome === 'passed') {
        counts[s].passed += 1;
        counts[s].passedAmount += amount;
      } else if (outcome === 'lost') {
        counts[s].lost += 1;
        counts[s].lostAmount += amount;
      }
    }
  }
  return counts;
}

/** What became of a deal at a stage it reached; null while it is there, came back before it, or nobody knows. */
function outcomeAt({ result, last, stage }: { result: number; last: number; stage: number }): 'passed' | 'lost' | null {
  if (result === DEAL_WON) return 'passed';
  if (last === NO_STAGE) return null;
  if (last > stage) return 'passed';
  return result === DEAL_LOST ? 'lost' : null;
}

/** The furthest stage a deal that is not won is known to have reached: the first one at least. */
function furthest({ stage, stages, steps }: DealTable, deal: number): number {
  let top = Math.max(0, stage[deal]);
  for (let i = steps.start[deal]; i < steps.start[deal + 1]; i += 1) top = Math.max(top, steps.stage[i]);
  return Math.min(top, stages - 1);
}

const emptyStage = (): StageCount => ({
  count: 0,
  amount: 0,
  entered: 0,
  enteredAmount: 0,
  passed: 0,
  passedAmount: 0,
  lost: 0,
  lostAmount: 0,
});
