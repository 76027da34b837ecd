import type { PeriodId } from '~/domain/period';
import type { ChangeLine } from '~/domain/view';
import { commandText } from '~/i18n/effectText';
import type { Format } from '~/i18n/format';
import type { Translate } from '~/i18n/translate';

export interface ChangeWords {
  t: Translate;
  format: Format;
  money(amount: number | null): string;
  /** Periods of the plan's year, in order. */
  year: readonly PeriodId[];
  now: Date;
}

export interface ChangeText {
  when: string;
  where: string;
  value: string;
  what: string;
}

/** One change as the columns of a table. */
export function changeText(line: ChangeLine, words: ChangeWords): ChangeText {
  const { t, format } = words;
  const at = format.moment(line.wallTime, words.now);
  const when =
    at.day === 'today'
      ? t('home.today', { time: at.text })
      : at.day === 'yesterday'
        ? t('home.yesterday', { time: at.text })
        : at.text;
  const leaves = line.leaves > 0 ? t('home.leaves', { n: line.leaves }) : null;
  const { brought } = line;
  const came = brought
    ? t('history.method.brought', { tables: brought.tables, rows: format.count(brought.rows) })
    : null;
  const what = [commandText(line.command, t), came, leaves].filter(Boolean).join(t('effect.comma'));
  return { when, where: whereText(line, words), value: valueText(line, words), what };
}

/** What all plans share: no cell, and not the whole plan either. */
const OF_WORKSPACE =
  /^(sources|orders|facts|members|quality|customers|segments|lifecycle|service|credit|prices|rebates|territories|filters)\//;

function whereText(line: ChangeLine, words: ChangeWords): string {
  const { t } = words;
  if (line.source) return line.source;
  if (line.at === null) return OF_WORKSPACE.test(line.command) ? '' : t('home.wholePlan');
  const names = line.labels.map((name) => name || t('words.unassigned'));
  return [...(names.length > 0 ? names : [t('home.wholePlan')]), periodText(line.periods, words)]
    .filter((part) => part !== '')
    .join(' · ');
}

/** One month, a run of months or the whole year; periods of other years are named in full. */
function periodText(periods: readonly PeriodId[], { t, format, year }: ChangeWords): string {
  if (periods.length === 0) return '';
  if (periods.length >= year.length && year.every((id) => periods.includes(id))) return t('home.year');
  const name = (id: PeriodId) => (year.includes(id) ? format.month(id) : format.longMonth(id));
  const first = periods[0];
  const last = periods[periods.length - 1];
  return first === last ? name(first) : `${name(first)}–${name(last)}`;
}

function valueText({ before, after }: ChangeLine, { money }: ChangeWords): string {
  if (before === null && after === null) return '';
  return before === null || before === after ? money(after) : `${money(before)} → ${money(after)}`;
}
