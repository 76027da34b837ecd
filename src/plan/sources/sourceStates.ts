import type { FactKind } from '~/domain/fact';
import { SOURCE_KINDS, type SourceKind, type SourceState } from '~/domain/source';
import { SOURCES } from '~/domain/sourceTable';
import { coverageOf, membersOf, orderSegments, type PlanDocument } from '../document';
import { HOLIDAY_LIST } from '../holidays';
import { factsOf } from './facts';
import { knownTo } from './knownTo';

/**
 * How every kind of source stands: rows that count, how many imports brought them, how many are by hand, and the last day it
 * is complete to. Kinds without a row are in it with zeros, so that a page can say what is missing.
 */
export const sourceStates = (document: PlanDocument): SourceState[] =>
  SOURCE_KINDS.map((kind) => ({ kind, ...standing(document, kind) }));

function standing(document: PlanDocument, kind: SourceKind): Omit<SourceState, 'kind'> {
  const { stored, dimension } = SOURCES[kind];
  if (stored === 'orders') {
    const rows = orderSegments(document).reduce((sum, { count }) => sum + count, 0);
    return { rows, imports: document.records.import.size, byHand: 0, asOf: coverageOf(document)?.to ?? null };
  }
  const of = [...document.records.sourceImport.values()].filter((imported) => imported.kind === kind);
  const asOf = knownTo(document, kind as Exclude<SourceKind, 'orders'>);
  const known = { imports: of.length, byHand: 0, asOf };
  if (stored === 'members') return { ...known, rows: membersThere(document, dimension ?? kind) };
  if (stored === 'holidays')
    return { ...known, rows: document.records.holidayList.get(HOLIDAY_LIST)?.days.length ?? 0 };
  if (stored === 'targets') return { ...known, rows: of.reduce((sum, { kept }) => sum + kept, 0) };
  const facts = factsOf(document, kind as FactKind);
  let byHand = 0;
  for (const fact of document.records.fact.values()) if (fact.kind === kind) byHand += 1;
  return { ...known, rows: facts.count, byHand, asOf: facts.asOf ?? newestDay(document, kind as FactKind) };
}

function membersThere(document: PlanDocument, dimension: string): number {
  const { byCode } = membersOf(document, dimension);
  const inner = new Set(document.records.hierarchy.get(`workspace:${dimension}`)?.levels.slice(0, -1));
  return byCode.filter((member) => member && !member.archived && !inner.has(member.level)).length;
}

/** Where nobody said it: the newest row, those by hand included. */
function newestDay(document: PlanDocument, kind: FactKind): number | null {
  const { dated, fields } = SOURCES[kind];
  if (dated === null || fields.find(({ id }) => id === dated)?.type !== 'day') return null;
  let newest: number | null = null;
  for (const day of factsOf(document, kind).number(dated)) {
    if (!Number.isNaN(day)) newest = Math.max(newest ?? day, day);
  }
  return newest;
}
