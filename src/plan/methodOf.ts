import type { Command } from '~/domain/command';
import { columnKey } from '~/domain/plan';
import type { SpreadBasis, SpreadSeries } from '~/domain/spread';

export type Method = Record<string, string | number | boolean>;

/**
 * How a command did what it did, as plain parts that the page puts into words: the basis of a spread, its rounding unit,
 * a series, how many cells, rows or members. Amounts are minor units, rates shares. A part that says nothing is left out.
 */
export function methodOf(command: Command, done: { held: number; equalSpread: boolean }): Method {
  return {
    ...partsOf(command),
    ...(done.held > 0 ? { held: done.held } : {}),
    ...(done.equalSpread ? { equalSpread: true } : {}),
  };
}

function partsOf(command: Command): Method {
  switch (command.name) {
    case 'targets/setCell':
      return { basis: command.method ?? 'proportional', ...(command.typed ? { typed: command.typed } : {}) };
    case 'targets/fillUnallocated':
      return { basis: 'proportional' };
    case 'targets/spread':
      return {
        ...basisParts(command.basis),
        unit: command.unit,
        ...numberPart('min', command.bounds?.min),
        ...numberPart('max', command.bounds?.max),
      };
    case 'targets/setSeries':
      return { ...seriesParts(command.series), ...(command.basis ? basisParts(command.basis) : {}) };
    case 'targets/setCells':
      return { origin: command.origin, cells: command.cells.length };
    case 'targets/balance':
      return { cells: command.cells.length };
    case 'targets/setMargins':
      return { rows: command.rows.length, periods: command.periods.length };
    case 'columns/copy':
      return { column: columnKey(command.from), percent: command.percent };
    case 'proposals/spreadGap':
      return { percent: command.percent };
    case 'holds/add':
      return { kind: command.kind };
    case 'limits/set':
      return { ...numberPart('min', command.min), ...numberPart('max', command.max) };
    case 'periods/close':
    case 'periods/reopen':
      return { periods: command.periods.length };
    case 'dimensions/add':
      return { basis: command.spread.kind };
    case 'members/add':
      return { members: command.names.length };
    case 'members/move':
    case 'members/merge':
    case 'members/archive':
      return { members: command.codes.length };
    case 'facts/put':
      return { records: command.rows.length };
    case 'pipeline/putDeals':
      return { records: command.deals.length };
    case 'facts/remove':
      return { records: command.keys.length };
    case 'members/setAttributes':
      return { members: new Set(command.changes.map(({ code }) => code)).size };
    case 'territories/move':
      return { members: command.moves.length };
    case 'customers/pinTiers':
      return { members: command.customers.length };
    case 'members/split':
      return { members: command.parts.length };
    default:
      return {};
  }
}

function basisParts(basis: SpreadBasis): Method {
  if (basis.kind === 'column') return { basis: basis.kind, column: columnKey(basis.column) };
  if (basis.kind === 'fairShare') return { basis: basis.kind, drivers: basis.drivers.length };
  return { basis: basis.kind };
}

function seriesParts(series: SpreadSeries): Method {
  const { kind, ...numbers } = series;
  return { series: kind, ...numbers };
}

const numberPart = (name: string, value: number | null | undefined): Method =>
  value === null || value === undefined ? {} : { [name]: value };
