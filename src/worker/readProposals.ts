import { issue } from '~/domain/issue';
import { fail, ok, type Result } from '~/domain/result';
import type { ProposalReading } from '~/domain/round';
import { detectEncoding } from '~/exchange/csv/encoding';
import { proposalTable } from '~/exchange/mapping/proposalTable';
import { memberName, type PlanDocument } from '~/plan/document';
import { proposalsFromRows } from '~/plan/proposalsFromRows';
import { requirePlan } from '~/plan/resolve';
import { titleOf } from '~/plan/titleOf';
import type { ProposalSource } from './protocol';

/** No list of proposals is larger; what is larger is a file of orders. */
const MOST_BYTES = 8_000_000;

/** What a pasted or stored list of proposals means for the open plan. Reads, never changes. */
export async function readProposals(document: PlanDocument, source: ProposalSource): Promise<Result<ProposalReading>> {
  const text = await textOf(source.from);
  if (!text.ok) return text;
  const required = requirePlan(document);
  if (!required.ok) return required;
  const { plan } = required.value;
  const table = proposalTable(text.value, {
    dimensions: plan.dimensions.map((id) => ({ id, title: titleOf(document, plan, id) })),
    dimension: source.dimension,
    periods: plan.periods.map(({ id }) => id),
    reading: { minorUnit: plan.minorUnit, unit: source.unit, locale: source.locale },
  });
  if (!table.ok) return table;
  const { rows, numbers, issues } = table.value;
  const { cells, unmatched } = proposalsFromRows(document, plan, rows);
  return ok({
    cells: cells.map((proposed) => ({
      ...proposed,
      labels: plan.dimensions.flatMap((dimension) => {
        const code = proposed.cell.at[dimension];
        return code === undefined ? [] : [memberName(document, dimension, code)];
      }),
    })),
    total: cells.reduce((sum, { amount }) => sum + amount, 0),
    unmatched: onceEach(unmatched.map((one) => ({ ...one, row: numbers[one.row] }))),
    issues,
  });
}

/** A row with a column per month misses its name once, not once a month. */
const onceEach = (missed: ProposalReading['unmatched']): ProposalReading['unmatched'] => [
  ...new Map(missed.map((one) => [`${one.row}|${one.dimension}|${one.name}`, one])).values(),
];

async function textOf(from: ProposalSource['from']): Promise<Result<string>> {
  if (typeof from === 'string') return ok(from);
  if (from.size > MOST_BYTES) return fail(issue('import/tooLarge'));
  const bytes = new Uint8Array(await from.arrayBuffer());
  const found = detectEncoding(bytes);
  if (!found) return fail(issue('import/encoding'));
  return ok(new TextDecoder(found.encoding).decode(bytes.subarray(found.bom)));
}
