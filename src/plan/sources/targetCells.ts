import type { CellRef } from '~/domain/cell';
import { type DimensionId, foldKey } from '~/domain/dimension';
import { type Issue, type IssueCode, issue } from '~/domain/issue';
import type { TableBatch } from '~/domain/pack';
import { monthIdAt } from '~/domain/period';
import { WORKING_TARGET } from '~/domain/plan';
import { fail, ok, type Result } from '~/domain/result';
import { membersOf, openedPlan, type PlanDocument } from '../document';
import { hierarchiesOf, levelKey } from '../members';

type Targets = NonNullable<TableBatch['targets']>;

/** Names told at once. */
const MOST_ISSUES = 100;

/**
 * Cells of the open plan that a list of targets sets: one per tuple of names and month, several rows of one added up. Names
 * are those of the plan's members at any level, in any of their spellings; a dimension that is not named means all of it.
 * Refused where no plan is open, and with every name that is not in it and every month it does not have, each once with its
 * first row and how many there are. No rows, no cells.
 */
export function targetCells(
  document: PlanDocument,
  targets: Targets,
): Result<{ cell: CellRef; amount: number | null }[]> {
  if (targets.length === 0) return ok([]);
  const plan = openedPlan(document);
  if (!plan) return fail(issue('import/noPlan'));
  const periods = new Set(plan.periods.map(({ id }) => id));
  const refused = new Map<string, { code: IssueCode; row: number; rows: number; place: Issue['place'] }>();
  const refuse = (code: IssueCode, row: number, place: Issue['place']): void => {
    const key = JSON.stringify([code, place]);
    const known = refused.get(key);
    if (known) known.rows += 1;
    else refused.set(key, { code, row, rows: 1, place });
  };
  const cells = new Map<string, { cell: CellRef; amount: number }>();
  for (const { row, names, month, amount } of targets) {
    const period = monthIdAt(month);
    if (!periods.has(period)) {
      refuse('import/otherMonths', row, { period });
      continue;
    }
    const at = addressOf(document, { plan: plan.id, names, dimensions: plan.dimensions });
    if (typeof at === 'string') {
      refuse('import/unknownName', row, { node: at });
      continue;
    }
    const key = JSON.stringify([at, period]);
    const known = cells.get(key);
    if (known) known.amount += amount;
    else cells.set(key, { cell: { column: WORKING_TARGET, at, periods: [period] }, amount });
  }
  const issues = [...refused.values()].slice(0, MOST_ISSUES);
  const [first, ...others] = issues.map(({ code, row, rows, place }) => issue(code, { rows }, { row, ...place }));
  return first ? fail(first, ...others) : ok([...cells.values()]);
}

/** The address that some names mean; the name itself where nobody in the plan has it. */
function addressOf(
  document: PlanDocument,
  { plan, names, dimensions }: { plan: string; names: Record<DimensionId, string>; dimensions: readonly DimensionId[] },
): CellRef['at'] | string {
  const at: CellRef['at'] = {};
  for (const [dimension, name] of Object.entries(names)) {
    if (name === '') continue;
    if (!dimensions.includes(dimension)) return name;
    const { byKey } = membersOf(document, dimension);
    const trees = hierarchiesOf(document.records, plan, dimension);
    const found = trees.flatMap((tree) =>
      [...tree.levels].reverse().flatMap((level) => {
        const node = byKey.get(levelKey(level, foldKey(name)));
        return node === undefined ? [] : [node];
      }),
    )[0];
    if (found === undefined) return name;
    at[dimension] = found;
  }
  return at;
}
