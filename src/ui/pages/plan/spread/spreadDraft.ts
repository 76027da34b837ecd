import type { CellRef } from '~/domain/cell';
import type { Command } from '~/domain/command';
import type { Issue } from '~/domain/issue';
import { type NumberContext, readNumber } from '~/domain/number';
import type { Column } from '~/domain/plan';
import { fail, ok, type Result } from '~/domain/result';
import type { SpreadBasis, SpreadBasisKind, SpreadDriver, SpreadPreview } from '~/domain/spread';

export type SpreadWay = 'spread' | 'repeat' | 'straightLine' | 'growth' | 'bottomUp';

/** Bases of a fair share, each with a weight in percent. */
export const DRIVERS = ['proportional', 'equal', 'lastYear', 'forecast', 'profile'] as const;
export type DriverKind = (typeof DRIVERS)[number];

/** What stands in the form: texts as they are typed. */
export interface SpreadDraft {
  way: SpreadWay;
  amount: string;
  basis: SpreadBasisKind;
  column: Column | null;
  weights: Record<DriverKind, string>;
  /** Major units per rounding step, as a power of ten times one; '0' = the minor unit. */
  unit: string;
  min: string;
  max: string;
  from: string;
  to: string;
  rate: string;
  /** Percents of a quota from below. */
  growth: string;
  relief: string;
  remember: boolean;
}

export const emptyDraft = (amount: string): SpreadDraft => ({
  way: 'spread',
  amount,
  basis: 'proportional',
  column: null,
  weights: { proportional: '0', equal: '0', lastYear: '50', forecast: '50', profile: '0' },
  unit: '0',
  min: '',
  max: '',
  from: '',
  to: '',
  rate: '',
  growth: '',
  relief: '',
  remember: false,
});

/**
 * A form nobody touched, as a level was last spread: basis, weights and rounding step. Null where the form is as it was
 * kept already, or holds no word for it.
 */
export function rememberedDraft(
  draft: SpreadDraft,
  remembered: SpreadPreview['remembered'],
  minorUnit: number,
): SpreadDraft | null {
  if (!remembered) return null;
  const { basis, unit } = remembered;
  const kept: SpreadDraft = {
    ...draft,
    basis: basis.kind,
    column: basis.kind === 'column' ? basis.column : draft.column,
    weights: basis.kind === 'fairShare' ? weightsOf(basis.drivers) : draft.weights,
    unit: unit === 1 ? '0' : String(unit / 10 ** minorUnit),
  };
  return JSON.stringify(kept) === JSON.stringify(draft) ? null : kept;
}

/** Weights as percents; several drivers of one kind count together. */
function weightsOf(drivers: Extract<SpreadBasis, { kind: 'fairShare' }>['drivers']): SpreadDraft['weights'] {
  const percent = (kind: DriverKind): string => {
    const weight = drivers.reduce((sum, driver) => (driver.basis.kind === kind ? sum + driver.weight : sum), 0);
    return String(Number((weight * 100).toFixed(4)));
  };
  return {
    proportional: percent('proportional'),
    equal: percent('equal'),
    lastYear: percent('lastYear'),
    forecast: percent('forecast'),
    profile: percent('profile'),
  };
}

export interface DraftReading {
  cell: CellRef;
  current: number | null;
  reading: Omit<NumberContext, 'current' | 'kind'>;
}

/** The command a form means, or every reason why it means none. Blank bounds are none; a blank amount keeps the present one. */
export function draftCommand(draft: SpreadDraft, options: DraftReading): Result<Command> {
  if (draft.way !== 'spread') return seriesCommand(draft, options);
  const amount = amountIn(draft.amount, options);
  const min = amountIn(draft.min, { ...options, current: null });
  const max = amountIn(draft.max, { ...options, current: null });
  const basis = basisIn(draft);
  const issues = [amount, min, max, basis].flatMap((one) => (one.ok ? [] : one.issues));
  if (!amount.ok || !min.ok || !max.ok || !basis.ok) return fail(...(issues as [Issue]));
  if (min.value !== null && max.value !== null && min.value > max.value) return fail({ code: 'limit/crossed' });
  const bounded = min.value !== null || max.value !== null;
  return ok({
    name: 'targets/spread',
    cell: options.cell,
    amount: amount.value,
    basis: basis.value,
    unit: draft.unit === '0' ? 1 : Number(draft.unit) * 10 ** options.reading.minorUnit,
    ...(bounded ? { bounds: { min: min.value, max: max.value } } : {}),
    ...(draft.remember ? { remember: true } : {}),
  });
}

function seriesCommand(draft: SpreadDraft, options: DraftReading): Result<Command> {
  if (draft.way === 'bottomUp') return quotaCommand(draft, options);
  const from = amountIn(draft.from, { ...options, current: null });
  if (!from.ok) return from;
  if (from.value === null) return fail({ code: 'number/notUnderstood', params: { text: '' } });
  const { cell } = options;
  if (draft.way === 'repeat') {
    return ok({ name: 'targets/setSeries', cell, series: { kind: 'repeat', amount: from.value } });
  }
  if (draft.way === 'growth') {
    const rate = percentIn(draft.rate);
    return rate.ok
      ? ok({ name: 'targets/setSeries', cell, series: { kind: 'growth', from: from.value, rate: rate.value / 100 } })
      : rate;
  }
  const to = amountIn(draft.to, { ...options, current: null });
  if (!to.ok) return to;
  if (to.value === null) return fail({ code: 'number/notUnderstood', params: { text: '' } });
  return ok({ name: 'targets/setSeries', cell, series: { kind: 'straightLine', from: from.value, to: to.value } });
}

/** Blank percents are none: last year as it was. */
function quotaCommand(draft: SpreadDraft, { cell }: DraftReading): Result<Command> {
  const growth = percentIn(draft.growth);
  const relief = percentIn(draft.relief);
  if (!growth.ok) return growth;
  if (!relief.ok) return relief;
  const series = { kind: 'bottomUp', growth: growth.value / 100, relief: relief.value / 100 } as const;
  return ok({ name: 'targets/setSeries', cell, series });
}

function basisIn(draft: SpreadDraft): Result<SpreadBasis> {
  if (draft.basis === 'column') {
    return draft.column ? ok({ kind: 'column', column: draft.column }) : fail({ code: 'spread/unknownColumn' });
  }
  if (draft.basis !== 'fairShare') return ok({ kind: draft.basis });
  const drivers: { basis: SpreadDriver; weight: number }[] = [];
  for (const kind of DRIVERS) {
    const weight = percentIn(draft.weights[kind]);
    if (!weight.ok) return weight;
    if (weight.value > 0) drivers.push({ basis: { kind }, weight: weight.value / 100 });
  }
  return drivers.length > 0 ? ok({ kind: 'fairShare', drivers }) : fail({ code: 'spread/noWeights' });
}

function amountIn(text: string, { current, reading }: Omit<DraftReading, 'cell'>): Result<number | null> {
  const read = readNumber(text, { ...reading, current, kind: 'money' });
  if (!read.ok) return read;
  return ok(read.value.kind === 'blank' ? null : read.value.amount);
}

/** Percent as typed, with a sign or without: '12.5', '12.5%', '+12.5%'. */
function percentIn(text: string): Result<number> {
  const bare = text
    .trim()
    .replace(/^\+/, '')
    .replace(/[%％]$/, '');
  const read = readNumber(bare === '' ? '0' : bare, {
    current: null,
    minorUnit: 4,
    unit: 1,
    kind: 'count',
    locale: 'en',
  });
  return read.ok ? ok(read.value.amount / 10_000) : read;
}
