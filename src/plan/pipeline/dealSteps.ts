import { foldKey } from '~/domain/dimension';
import type { Day } from '~/domain/period';
import { noSteps, type StageSteps } from '~/engine/pipeline/index';
import type { PlanDocument } from '../document';
import { type Facts, factsOf } from '../sources/facts';
import type { StagePlaces } from './stagePlaces';

/** Steps of all deals, and what stood beside them. */
export interface DealSteps {
  steps: StageSteps;
  /** By deal: the day of its last step to a won or lost stage; NaN where none. */
  ended: Float64Array;
  /** By deal 1 where a later step leads to an earlier stage. */
  back: Uint8Array;
  /** Steps that name no deal of the list, or a day to come. */
  orphans: number;
  future: number;
  /** Names of stages that lead nowhere, with the steps that have them. */
  unknown: Map<string, number>;
}

/**
 * The stage changes on record, by deal and day; on the same day the earlier stage comes first. Steps to won or lost
 * stages are ends, not stays. Steps after `asOf`, without a day, to a stage that leads nowhere or of a deal that is not
 * there are counted and left out.
 */
export function dealSteps(
  document: PlanDocument,
  { facts, places, asOf }: { facts: Facts; places: StagePlaces; asOf: Day },
): DealSteps {
  const history = factsOf(document, 'stageHistory');
  const read: DealSteps = {
    steps: noSteps(facts.count),
    ended: new Float64Array(facts.count).fill(Number.NaN),
    back: new Uint8Array(facts.count),
    orphans: 0,
    future: 0,
    unknown: new Map(),
  };
  if (history.count === 0) return read;
  const dealOf = dealsByKey(facts);
  const [key, stage, day] = [history.text('key'), history.text('stage'), history.number('day')];
  const rows: number[] = [];
  const dealAt = new Int32Array(history.count);
  const placeAt = new Int16Array(history.count);
  for (let row = 0; row < history.count; row += 1) {
    const deal = dealOf(key[row]);
    const place = places.of(stage[row]);
    if (deal === undefined) read.orphans += 1;
    else if (place === null) read.unknown.set(stage[row].trim(), (read.unknown.get(stage[row].trim()) ?? 0) + 1);
    else if (day[row] > asOf) read.future += 1;
    else if (places.kind[place] !== 'open') read.ended[deal] = Math.max(read.ended[deal] || day[row], day[row]);
    else if (!Number.isNaN(day[row])) {
      dealAt[row] = deal;
      placeAt[row] = places.open[place];
      rows.push(row);
    }
  }
  rows.sort((a, b) => dealAt[a] - dealAt[b] || day[a] - day[b] || placeAt[a] - placeAt[b]);
  const { start } = read.steps;
  for (const row of rows) start[dealAt[row] + 1] += 1;
  for (let deal = 0; deal < facts.count; deal += 1) start[deal + 1] += start[deal];
  const steps: StageSteps = {
    start,
    stage: Int16Array.from(rows, (row) => placeAt[row]),
    day: Float64Array.from(rows, (row) => day[row]),
  };
  rows.forEach((row, i) => {
    if (i > start[dealAt[row]] && steps.stage[i] < steps.stage[i - 1]) read.back[dealAt[row]] = 1;
  });
  return { ...read, steps };
}

/** The row of a deal by the number that files name it with. */
function dealsByKey(facts: Facts): (key: string) => number | undefined {
  const keys = facts.text('key');
  const byKey = new Map<string, number>();
  const byFolded = new Map<string, number>();
  for (let row = 0; row < facts.count; row += 1) {
    byKey.set(keys[row], row);
    byFolded.set(foldKey(keys[row]), row);
  }
  return (key) => byKey.get(key) ?? byFolded.get(foldKey(key));
}
