import type { Day } from '~/domain/period';
import type { DealRow, DealsQuery, DealsView } from '~/domain/pipelineView';
import { DEAL_OPEN, DEAL_WON } from '~/engine/pipeline/index';
import { memberName, type PlanDocument } from '../document';
import { mergedMembers } from '../mergedMembers';
import { labelsOf } from '../views/changeLines';
import type { Reading } from '../views/nameIndex';
import { flawsOf } from './dealFlaws';
import { dealOrder } from './dealOrder';
import { type PipelineScene, pipelineScene } from './pipelineScene';

/**
 * A window of the deals of a node, with how each stands, its chance and what is wrong with it. `amount` sums what all
 * matching ones are worth, minor units; the counts by filter leave the search aside. No deals give an empty list.
 */
export function dealsView(
  document: PlanDocument,
  query: DealsQuery,
  { today, reading }: { today: Day; reading: Reading | null },
): DealsView {
  const scene = pipelineScene(document, today);
  const label = labelsOf(document, query.at).join(' · ');
  if (!scene) {
    const counts = { all: 0, open: 0, slipping: 0, stale: 0, flawed: 0, won: 0, lost: 0 };
    return { label, asOf: null, rows: [], matching: 0, amount: 0, counts, stages: [] };
  }
  const { rows, amount, counts } = dealOrder(scene, query, reading);
  const first = Math.max(0, query.first);
  const merged = mergedMembers(document, 'customer');
  return {
    label,
    asOf: scene.asOf,
    rows: Array.from(rows.subarray(first, first + Math.max(0, query.count)), (row) => rowOf(scene, row, merged)),
    matching: rows.length,
    amount,
    counts,
    stages: [...scene.rule.stages],
  };
}

function rowOf(scene: PipelineScene, row: number, merged: Uint32Array | null): DealRow {
  const { document, deals, chance, slipping, stale, asOf } = scene;
  const { facts, table, places, named, worth } = deals;
  const code = facts.code('customer')[row];
  const customer = merged?.[code] ?? code;
  const number = (field: string): number | null => orNull(facts.number(field)[row]);
  const place = named[row];
  const open = table.result[row] === DEAL_OPEN;
  const end = open ? asOf : table.closed[row];
  return {
    key: facts.keys[row],
    number: facts.text('key')[row] || facts.keys[row],
    title: facts.text('title')[row],
    customer,
    customerName: memberName(document, 'customer', customer),
    sellerName: memberName(document, 'seller', facts.code('seller')[row]),
    productName: memberName(document, 'product', facts.code('product')[row]),
    stage: place < 0 ? '' : places.stages[place].id,
    stageName: place < 0 ? facts.text('stage')[row] : places.stages[place].name,
    result: open ? 'open' : table.result[row] === DEAL_WON ? 'won' : 'lost',
    reason: facts.text('reason')[row],
    amount: number('amount'),
    estimate: worth.pool[row] >= 0 ? table.worth[row] : null,
    created: number('created'),
    expected: number('expected'),
    closed: number('closed'),
    ageDays: positive(end - table.created[row]),
    stageDays: open ? positive(asOf - table.entered[row]) : null,
    chance: orNull(chance[row]),
    slipping: slipping[row] === 1,
    stale: stale[row] === 1,
    flaws: flawsOf(deals.flaws[row]),
  };
}

const orNull = (value: number): number | null => (Number.isNaN(value) ? null : value);

/** Days that ran backwards are a flaw of the row, not a length. */
const positive = (days: number): number | null => (days >= 0 ? days : null);
