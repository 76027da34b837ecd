import { DISPLAY_UNITS } from '~/domain/displayUnit';
import type { CustomerColumn, CustomerFigure, LifecycleStage } from '~/domain/segmentation';
import { useApp } from '~/state/app';
import { dimensionName } from '../../components/dimensionName';
import { useText } from '../../components/TextProvider';
import { useMoney } from '../../components/useMoney';

const MONEY: readonly CustomerFigure[] = ['sales12', 'salesBefore', 'averageOrder'];
const SHARES: readonly CustomerFigure[] = ['growth', 'share'];

/** How a figure is typed and shown: `scale` shown units make one stored. */
export interface FigureScale {
  unit: string;
  /** Stored value ÷ shown value. */
  scale: number;
  decimals: number;
}

export interface ColumnWords {
  name(column: CustomerColumn): string;
  /** What stands in a text column, as people call it. */
  value(column: CustomerColumn, value: string): string;
  scale(column: CustomerColumn): FigureScale;
  /** A figure with its unit. */
  figure(column: CustomerColumn, value: number): string;
}

export const columnKey = (column: CustomerColumn): string => JSON.stringify(Object.entries(column).sort());

/** Columns of customers in the language and unit of the page. */
export function useColumnWords(): ColumnWords {
  const app = useApp();
  const { t, format } = useText();
  const money = useMoney();
  const scale = (column: CustomerColumn): FigureScale => {
    if (column.kind === 'figure' && MONEY.includes(column.figure)) {
      const minorUnit = (app.status().plan ?? app.status().workspace)?.minorUnit ?? 2;
      return { unit: money.label(), scale: DISPLAY_UNITS[money.unit()] * 10 ** minorUnit, decimals: 2 };
    }
    if (column.kind === 'figure' && SHARES.includes(column.figure)) return { unit: '%', scale: 0.01, decimals: 1 };
    return { unit: '', scale: 1, decimals: column.kind === 'figure' && column.figure === 'score' ? 1 : 0 };
  };
  return {
    scale,
    name(column) {
      if (column.kind === 'figure') return t(`segment.figure.${column.figure}`);
      if (column.kind === 'class') return t(`segment.class.${column.of}`);
      if (column.kind === 'member') return dimensionName(t, column.dimension, app.status().plan?.titles);
      return t.find(`customerList.attribute.${column.attribute}`) ?? dimensionName(t, column.attribute);
    },
    value: (column, value) =>
      column.kind === 'class' && column.of === 'stage' ? t(`lifecycle.stage.${value as LifecycleStage}`) : value,
    figure(column, value) {
      const own = scale(column);
      const shown = value / own.scale;
      const decimals = Number.isInteger(shown) ? 0 : own.decimals;
      return own.unit === '' || own.unit === '%'
        ? `${format().number(shown, decimals)}${own.unit}`
        : `${format().number(shown, decimals)} ${own.unit}`;
    },
  };
}
