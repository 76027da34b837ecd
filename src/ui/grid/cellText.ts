import { CELL_BLANK, CELL_NEW, CELL_NONE, CELL_UNKNOWN, type SheetField } from '~/domain/sheet';
import { BLANK } from '~/i18n/format';
import type { CellNumber } from './blockCache';
import type { GridView } from './gridView';

const TENFOLD = 10;

/** Not a dash, which says that nobody has spoken: here nobody can. */
const NONE = '·';

/** What stands in a cell. Unknown is said in words, blank is a dash, and what is still on its way is empty. */
export function cellText(cell: CellNumber | null, field: SheetField, view: GridView): string {
  if (!cell || field.kind === 'trend') return '';
  const { t, format, money } = view;
  const { value, flags } = cell;
  if (flags & CELL_NEW && field.kind === 'growth') return t('plan.new');
  if (flags & CELL_NONE) return NONE;
  if (flags & CELL_UNKNOWN) return t('plan.noData');
  if (flags & CELL_BLANK) return BLANK;
  // Tenfold and more leaves no room for a decimal: the sign must not be cut off.
  const decimals = Math.abs(value) < TENFOLD ? 1 : 0;
  if (isChange(field, view)) return format.growth(value, decimals);
  if (field.isRatio) return format.percent(value, decimals);
  const { scale } = field;
  if (scale !== undefined) return format.number(value / 10 ** scale, scale);
  const text = format.money(value, money);
  const isSigned = field.kind === 'difference' || field.kind === 'gap';
  return isSigned && value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** A share that says how far something moved carries its sign, one that says how large a part is does not. */
function isChange({ kind, isRatio }: SheetField, { showAs }: GridView): boolean {
  if (kind === 'growth' || kind === 'overAssignment' || kind === 'differenceShare') return true;
  return isRatio === true && showAs === 'growth' && kind !== 'measure';
}
