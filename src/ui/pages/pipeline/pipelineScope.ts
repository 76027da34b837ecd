import { civilOf, type Day, dayOf } from '~/domain/period';
import type { PipelineQuery } from '~/domain/pipelineView';
import { parseAt } from '~/state/address';

export const SPANS = ['all', 'thisYear', 'lastYear', 'twelve'] as const;
export type Span = (typeof SPANS)[number];

export const spanOf = (params: Readonly<Record<string, string>>): Span =>
  SPANS.find((span) => span === params.span) ?? 'all';

/** Which deals a route asks for: of which node, created when. Without a last day of the data only all of them can be asked for. */
export function pipelineScope(params: Readonly<Record<string, string>>, asOf: Day | null): PipelineQuery {
  return { at: parseAt(params.at), ...spanDays(spanOf(params), asOf) };
}

function spanDays(span: Span, asOf: Day | null): { from: Day | null; to: Day | null } {
  if (asOf === null || span === 'all') return { from: null, to: null };
  const { year, month, date } = civilOf(asOf);
  if (span === 'thisYear') return { from: dayOf(year, 1, 1), to: dayOf(year, 12, 31) };
  if (span === 'lastYear') return { from: dayOf(year - 1, 1, 1), to: dayOf(year - 1, 12, 31) };
  // The 29th of February has no twin: the first of March is a day later all the same.
  return { from: dayOf(year - 1, month, date) + 1, to: asOf };
}
