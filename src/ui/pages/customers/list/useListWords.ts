import { createMemo } from 'solid-js';
import { classText } from '~/domain/classText';
import type { ListCells, ListColumn } from '~/domain/customerList';
import { RISKS } from '~/domain/customerList';
import { dayOnClock } from '~/domain/period';
import { LIFECYCLE_STAGES } from '~/domain/segmentation';
import { BLANK } from '~/i18n/format';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';
import type { CustomerCellWords } from '../../../grid/customerGridView';
import { classWords } from '../classWords';

const TIERS = ['A', 'B', 'C'] as const;

/** What cells of the list say: a number by what it is read as, a state in its word. Blank is a dash. `usual` is the money of a usual customer. */
export function useListWords(usual: () => number | null) {
  const { t, format } = useText();
  const money = useMoney({ usual });
  const classes = createMemo(() => classWords(t));
  const today = dayOnClock(new Date());

  const number = (value: number, kind: ListCells['kind'], column: ListColumn): string => {
    switch (kind) {
      case 'money':
        return money.show(value);
      case 'share':
        // Tenfold and more leaves no room for a decimal.
        if (column === 'growth') return format().growth(value, Math.abs(value) < 10 ? 1 : 0);
        return column === 'alive' ? format().probability(value) : format().percent(value, 1);
      case 'times':
        return format().times(value);
      case 'day':
        return format().isoDay(value);
      case 'count':
        return format().count(value);
      default:
        return format().number(value, Number.isInteger(value) ? 0 : 1);
    }
  };

  const flag = (value: number, column: ListColumn, isPinned: boolean): CustomerCellWords => {
    if (column === 'tier') {
      const tier = TIERS[value - 1] ?? '';
      return { text: tier, state: `tier${tier}${isPinned ? ' pinned' : ''}` };
    }
    if (column === 'stage') return { text: t(`customerList.stage.${LIFECYCLE_STAGES[value - 1] ?? 'mature'}`) };
    const risk = RISKS[value] ?? 'none';
    return { text: t(`customerList.risk.${risk}`), state: risk === 'none' ? 'low' : risk };
  };

  return {
    number,
    /** Changes when amounts are written otherwise. */
    decimals: money.decimals,
    cell(
      value: number | string | null,
      { kind, column, pinned }: { kind: ListCells['kind']; column: ListColumn; pinned: boolean },
    ): CustomerCellWords {
      if (value === null || value === '') return { text: BLANK, state: 'blank' };
      if (typeof value === 'string') return { text: column === 'segment' ? classText(value, classes()) : value };
      if (kind === 'flag') return flag(value, column, pinned);
      const text = number(value, kind, column);
      return column === 'nextVisit' && value < today ? { text, state: 'late' } : { text };
    },
  };
}
