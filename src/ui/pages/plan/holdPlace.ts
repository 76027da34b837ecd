import { ALL_ROWS, type SheetField } from '~/domain/sheet';
import type { HoldLine } from '~/domain/view';
import type { PlanView } from './planViewState';

export interface HoldPlace {
  /** What has to change in the view so that the cell is in sight. */
  view: Partial<PlanView>;
  row: string;
  column: string;
}

/**
 * Where a lock stands in the sheet. The dimensions it names come first; where they do already, in any order, they stay.
 * `open` are the rows that are open now. Null where the sheet has no column for its periods.
 */
export function holdPlace(
  line: Pick<HoldLine, 'path' | 'periods'>,
  { view, fields, open }: { view: PlanView; fields: readonly SheetField[]; open: readonly string[] },
): HoldPlace | null {
  const field = fields.find(({ kind, periods }) => isTarget(kind) && periods.join() === line.periods.join());
  if (!field) return null;
  const named = Object.keys(line.path);
  const leading = view.dimensions.slice(0, named.length);
  const stays = leading.length === named.length && leading.every((dimension) => named.includes(dimension));
  const order = stays ? leading : named;
  const parts = order.flatMap((dimension) => line.path[dimension].split('/'));
  const above = parts.slice(1).map((_, at) => parts.slice(0, at + 1).join('/'));
  return {
    view: {
      ...(stays ? {} : turned(view, named)),
      open: stays ? [...new Set([...open, ...above])] : above,
      ...inSight(field, { view, fields }),
    },
    row: parts.length > 0 ? parts.join('/') : ALL_ROWS,
    column: field.id,
  };
}

const isTarget = (kind: SheetField['kind']): boolean => kind === 'month' || kind === 'quarter' || kind === 'year';

function turned(view: PlanView, first: string[]): Pick<PlanView, 'dimensions' | 'hidden'> {
  const rest = view.dimensions.filter((dimension) => !first.includes(dimension));
  return { dimensions: [...first, ...rest], hidden: view.hidden.filter((dimension) => !first.includes(dimension)) };
}

/** A month needs its quarter open, a quarter at least the detail of quarters. */
function inSight(
  field: SheetField,
  { view, fields }: { view: PlanView; fields: readonly SheetField[] },
): Partial<PlanView> {
  if (field.kind === 'quarter') return view.grain === 'year' ? { grain: 'quarter' } : {};
  if (field.kind !== 'month') return {};
  const quarter = fields.find(({ kind, periods }) => kind === 'quarter' && periods.includes(field.periods[0]));
  return { grain: 'month', closedQuarters: view.closedQuarters.filter((id) => id !== quarter?.id) };
}
