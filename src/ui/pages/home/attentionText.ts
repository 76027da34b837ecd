import { UNASSIGNED } from '~/domain/dimension';
import type { Attention } from '~/domain/view';
import type { Format } from '~/i18n/format';
import type { Translate } from '~/i18n/translate';
import { formatAt } from '~/state/address';
import type { Route } from '~/state/route';

export interface AttentionWords {
  t: Translate;
  format: Format;
  /** In the unit of the page, without and with its name. */
  money: { show(amount: number | null): string; say(amount: number | null): string };
}

export interface AttentionText {
  title: string;
  detail: string;
  link: string;
  to: Route;
}

/** An entry as a sentence, what it was judged by, and where one can act on it. */
export function attentionText(entry: Attention, words: AttentionWords): AttentionText {
  const { t } = words;
  const fills = fillsOf(entry, words);
  const title = t.find(`home.attention.${titleKey(entry)}`, fills) ?? entry.kind;
  const link = entry.kind === 'unallocated' ? t('home.link.allocate') : t(`home.link.${entry.page}`);
  return { title, detail: t.find(`home.detail.${detailKey(entry)}`, fills) ?? '', link, to: placeOf(entry) };
}

function titleKey({ kind, at }: Attention): string {
  const isNode = at !== null && Object.keys(at).length > 0;
  return isNode && (kind === 'unallocated' || kind === 'overAllocated') ? `${kind}At` : kind;
}

function detailKey({ kind, severity, params }: Attention): string {
  if (kind === 'unreasonable' && params.chance !== undefined) return 'unreasonableChance';
  if (kind === 'unreasonable' && params.ownGrowth !== undefined) return 'unreasonableOwn';
  if (kind === 'forecastShort' && severity === 'bad' && params.upper !== undefined) return 'forecastFarShort';
  return kind;
}

const MONEY = ['goal', 'allocated', 'actual', 'planToDate', 'target', 'lastYear', 'forecast', 'upper'];
const GROWTH = ['growth', 'ownGrowth'];

function fillsOf({ params, at }: Attention, { t, format, money }: AttentionWords): Record<string, string | number> {
  const fills: Record<string, string | number> = { ...params };
  const number = (key: string): number | null => (typeof params[key] === 'number' ? params[key] : null);
  fills.amount = money.say(number('amount'));
  for (const key of MONEY) if (key in params) fills[key] = money.show(number(key));
  for (const key of GROWTH) if (key in params) fills[key] = format.growth(number(key), 0);
  if ('pace' in params) fills.pace = format.percent(number('pace'));
  if ('chance' in params) fills.chance = format.probability(number('chance'));
  if ('days' in params) fills.days = Math.abs(number('days') ?? 0);
  const isUnassigned = Object.values(at ?? {}).includes(UNASSIGNED);
  if (params.name === '') fills.name = isUnassigned ? t('words.unassigned') : '';
  return fills;
}

function placeOf({ kind, page, at, params: told }: Attention): Route {
  const params: Record<string, string> = at && Object.keys(at).length > 0 ? { at: formatAt(at) } : {};
  if (kind === 'forecastNotKept') return { page: 'forecast', params: { tab: 'accuracy' } };
  switch (page) {
    case 'kpi':
      return { page: 'review', params };
    case 'import':
      return { page: 'import', params: {} };
    case 'plan': {
      // The sheet finds the row by the last name on its path.
      const name = String(told.name ?? '')
        .split(' · ')
        .at(-1);
      return { page, params: name && params.at ? { ...params, name } : params };
    }
    default:
      return { page, params };
  }
}
