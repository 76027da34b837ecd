import type { FiscalCalendar } from '~/domain/calendar';
import { periodsOfYears, planYears } from '~/domain/planYears';
import type { PlanSheetModel, PlanSheetRow } from '~/exchange/workbook/planSheetModel';

/** A seeded stream of integers below `bound` (Mulberry32). */
export function seeded(seed: number): (bound: number) => number {
  let state = seed | 0;
  return (bound) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * bound);
  };
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export interface SampleShape {
  seed?: number;
  startMonth?: number;
  /** Instead of months from `startMonth` on. */
  calendar?: FiscalCalendar;
  years?: number;
  minorUnit?: number;
  /** Parts per node from the top: [4, 12] makes a total, 4 nodes below it and 12 leaves below each of them. */
  fans: number[];
  withLastYear?: boolean;
}

/** A made-up plan: blanks, zeros, negatives, held cells and names that look like formulas among ordinary leaves. */
export function samplePlanSheet({
  seed = 7,
  startMonth = 1,
  calendar = { kind: 'months', startMonth, nameBy: 'start' },
  years: count = 1,
  minorUnit = 2,
  fans,
  withLastYear = true,
}: SampleShape): PlanSheetModel {
  const below = seeded(seed);
  const leafPeriods = periodsOfYears(calendar, 2027, count);
  const periods = leafPeriods.map(({ id }) => id);
  const years = planYears({ calendar, fiscalYear: 2027, periods: leafPeriods });
  const rows: PlanSheetRow[] = [];
  const amount = (): number | null => {
    const dice = below(20);
    if (dice === 0) return null;
    if (dice === 1) return 0;
    return dice === 2 ? -below(100_000) : below(100_000_000) + below(1000) * 1e6;
  };
  const add = (id: string, parentId: string | null, level: number): void => {
    const isLeaf = level === fans.length;
    const label = id.slice(id.lastIndexOf(':') + 1);
    rows.push({
      id,
      parentId,
      level,
      name: level === 0 ? '全部 & <total>' : below(25) === 0 ? `=1+${label}` : `区域 Region ${label}`,
      isLeaf,
      heldCells: isLeaf && below(10) === 0 ? [`m:${periods[below(12)]}`] : [],
      values: isLeaf ? periods.map(amount) : [],
      ...(withLastYear ? { lastYear: below(8) === 0 ? null : below(3) === 0 ? 0 : below(1e9) } : {}),
    });
    if (isLeaf) return;
    for (let part = 1; part <= fans[level]; part++) {
      add(level === 0 ? `region:${part}` : `${id}/d${level}:${part}`, id, level + 1);
    }
  };
  add('all', null, 0);
  const columns: Record<string, string> = {
    't:all': 'All years',
    lastYear: 'Last year',
    growth: 'Growth',
  };
  for (const id of periods) columns[`m:${id}`] = `${MONTHS[Number(id.slice(5)) - 1] ?? id} ${id.slice(0, 4)}`;
  for (const { id, quarters } of years) {
    columns[`y:${id}`] = `FY${id} 全年`;
    quarters.forEach((quarter, q) => {
      columns[`q:${quarter.id}`] = `Q${q + 1} 季度`;
    });
  }
  return {
    title: 'Plan 2027 目标分解',
    unitNote: 'Unit: yuan 元',
    filterNote: 'All rows',
    planId: 'plan-1',
    revision: 42,
    exportedAt: '2026-11-22T08:30:00.000Z',
    currency: { code: 'CNY', symbol: '¥' },
    minorUnit,
    periods,
    years,
    headings: {
      sheet: '目标分解',
      name: 'Name 名称',
      check: 'Check',
      dataName: '目标数据',
      revisionName: '计划版本',
      columns,
    },
    rows,
  };
}
