import type { BookStyle } from './book';

const DEEPEST_INDENT = 15;
const LINE = 'D0D5DD';
const TOTAL_FILL = 'F2F4F7';
const HATCH = '98A2B3';

export const PLAN_STYLE = {
  plain: 0,
  title: 1,
  note: 2,
  key: 3,
  header: 4,
  headerLeft: 5,
  leaf: 6,
  leafHeld: 7,
  total: 8,
  totalHeld: 9,
  closed: 10,
  lastYear: 11,
  growth: 12,
  check: 13,
  checkName: 14,
  /** Name of a leaf at level 0; deeper levels follow, then the same for nodes with parts. */
  firstLeafName: 15,
  firstSumName: 15 + DEEPEST_INDENT + 1,
} as const;

/** The look of a plan sheet: open leaves are white, totals grey, held cells hatched, so that colour alone says nothing. */
export function planStyles(format: string): BookStyle[] {
  const names = (style: BookStyle): BookStyle[] =>
    Array.from({ length: DEEPEST_INDENT + 1 }, (_, level) => ({ ...style, align: 'left' as const, indent: level }));
  return [
    {},
    { bold: true, size: 14 },
    { ink: '667085' },
    { ink: '98A2B3', size: 9 },
    { bold: true, fill: TOTAL_FILL, align: 'center', wrap: true, lineBelow: LINE },
    { bold: true, fill: TOTAL_FILL, align: 'left', wrap: true, lineBelow: LINE },
    { format, unlocked: true },
    { format, fill: 'FFFFFF', hatch: HATCH },
    { format, fill: TOTAL_FILL, bold: true },
    { format, fill: TOTAL_FILL, hatch: HATCH, bold: true },
    { format, fill: 'F9FAFB' },
    { format, ink: '667085' },
    { format: '0.0%', ink: '667085' },
    { format, ink: '667085', size: 9 },
    { ink: '667085', size: 9, align: 'left' },
    ...names({}),
    ...names({ bold: true, fill: TOTAL_FILL }),
  ];
}

/** Style of a row's name: indented by its level, bold where the row is a total. */
export const nameStyle = (level: number, isSum: boolean): number =>
  (isSum ? PLAN_STYLE.firstSumName : PLAN_STYLE.firstLeafName) + Math.min(level, DEEPEST_INDENT);
