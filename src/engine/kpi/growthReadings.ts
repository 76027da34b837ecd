import type { KpiNotice } from '~/domain/kpi';
import { monthPeriodAt } from '~/domain/period';
import { covers } from './coverage';
import { salesBetween } from './dayLedger';
import { amountToDate } from './elapsed';
import { rowsBetween } from './factTable';
import { amountOf, type Reading, ratioReading, without } from './reading';
import { comparableWindow, type Scene } from './scene';
import { unknownActual } from './targetReadings';

/** Growth on the same working days of last year; a base that is not positive gives money only, a new member says so. */
export function growthYoY(scene: Scene): Reading {
  const reading = growthOn(scene, 'lastYear');
  const base = reading.denominator;
  const plan = amountToDate(scene.leaves, scene.calendar, scene.end);
  const feast = scene.calendar.id === 'CN' && onlyBeforeMarch(scene);
  return {
    ...reading,
    reason: reading.reason ?? (feast ? 'festivalMoves' : null),
    notices: [...reading.notices, ...(feast ? (['festivalMoves'] as const) : [])],
    beside: { ...reading.beside, ...(feast ? { januaryAndFebruary: bothMonths(scene) } : {}) },
    limitAt: (limit) => (plan === null || base === null || base <= 0 ? null : (limit * plan) / base - 1),
    noLimit: 'noTarget',
  };
}

/** Growth on the period before, over as many working days when this one is running. */
export function growthPrior(scene: Scene): Reading {
  const reading = growthOn(scene, 'before');
  const feast = scene.calendar.id === 'CN' && scene.months < 12 && scene.month % 12 <= 2;
  return { ...reading, notices: [...reading.notices, ...(feast ? (['festivalMoves'] as const) : [])] };
}

/** Growth on last year or on the period before; without a positive base the difference in money stands beside it. */
function growthOn(scene: Scene, against: 'lastYear' | 'before'): Reading {
  const { actual } = scene;
  if (actual === null) return without(unknownActual(scene));
  const window = comparableWindow(scene, against);
  if (!covers(scene.coverage, window.from, Math.max(window.from, window.to))) {
    return without('historyTooShort', { numerator: actual });
  }
  const base = salesBetween(scene.ledger, window.from, window.to);
  const difference = actual - base;
  const notices: KpiNotice[] = scene.running ? ['sameWorkingDays'] : [];
  if (base <= 0) {
    const [first, end] = rowsBetween(scene.input.facts, scene.input.facts.from, scene.from - 1);
    const reason = end === first ? 'newMember' : 'baseNotPositive';
    return without(reason, { numerator: difference, denominator: base, beside: { difference }, notices });
  }
  return ratioReading(difference, base, { empty: 'noBase', beside: { difference }, notices });
}

/** Customers with positive net sales in the period; recounted here, never added up from months or products. */
export function activeCustomers(scene: Scene): Reading {
  if (!scene.known) return without(unknownActual(scene));
  const net = scene.net(scene.from, scene.end);
  let active = 0;
  for (let c = 0; c < net.length; c++) active += net[c] > 0 ? 1 : 0;
  return planned(scene, 'activeCustomers', active);
}

/**
 * Customers whose first order with the company ever falls into the period, was worth the minimum, was not wholly
 * returned, and touches this node. Null while history is too short to know who is new.
 */
export function newCustomers(scene: Scene): Reading {
  const counted = countNew(scene);
  return typeof counted === 'number' ? planned(scene, 'newCustomers', counted) : counted;
}

/** New customers ÷ planned ones. */
export function newCustomerRate(scene: Scene): Reading {
  const counted = countNew(scene);
  if (typeof counted !== 'number') return counted;
  const plan = scene.input.planned?.newCustomers;
  if (plan === undefined || plan === null) return without('noTarget', { numerator: counted });
  return ratioReading(counted, plan, {
    empty: 'targetNotPositive',
    reason: scene.running ? 'judgedOnPace' : null,
  });
}

function countNew(scene: Scene): number | Reading {
  if (!scene.known) return without(unknownActual(scene));
  const needed = monthPeriodAt(scene.month - scene.settings.newCustomerHistoryMonths).from;
  if (!covers(scene.coverage, needed, scene.end)) return without('historyTooShort');
  const { facts, history } = scene.input;
  const codes = facts.codes.customer;
  const counted = new Uint8Array(history.customers);
  const [first, end] = rowsBetween(facts, scene.from, scene.end);
  let fresh = 0;
  for (let i = first; codes && i < end; i++) {
    const customer = codes[i];
    if (counted[customer] || history.firstDay[customer] !== facts.day[i] || !(facts.amount[i] > 0)) continue;
    counted[customer] = 1;
    if (history.firstValue[customer] < scene.settings.newCustomerMinimum) continue;
    if (history.keptValue[customer] > 0) fresh++;
  }
  return fresh;
}

/** A count is judged against the node's own plan value only: limits of counts hold nowhere else. */
function planned(scene: Scene, id: 'activeCustomers' | 'newCustomers', value: number): Reading {
  const plan = scene.input.planned?.[id] ?? null;
  return amountOf(value, {
    denominator: null,
    reason: scene.running && plan !== null ? 'judgedOnPace' : null,
    limitAt: (limit) => (plan === null ? null : limit * plan),
    noLimit: 'noTarget',
  });
}

const onlyBeforeMarch = (scene: Scene): boolean => scene.months === 1 && scene.month % 12 <= 1;

/** January and February as one: the feast moves between them, their sum compares. */
function bothMonths(scene: Scene): number | null {
  const january = scene.month - (scene.month % 12);
  const from = monthPeriodAt(january).from;
  const window = comparableWindow(scene, 'lastYear');
  const baseFrom = monthPeriodAt(january - 12).from;
  if (!covers(scene.coverage, baseFrom, window.to) || !covers(scene.coverage, from, scene.end)) return null;
  const base = salesBetween(scene.ledger, baseFrom, window.to);
  return base > 0 ? (salesBetween(scene.ledger, from, scene.end) - base) / base : null;
}
