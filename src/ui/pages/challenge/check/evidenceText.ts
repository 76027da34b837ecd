import type { Evidence, EvidenceKind } from '~/domain/challengeView';
import type { Format } from '~/i18n/format';
import type { Translate } from '~/i18n/translate';

type Look = 'money' | 'growth' | 'percent' | 'share' | 'chance' | 'count' | 'times' | 'number' | 'index';

/** How the figures of a sentence are put; those that are not named here are counts. */
const LOOKS: Record<EvidenceKind, Readonly<Record<string, Look>>> = {
  history: { median: 'growth', spread: 'percent', best: 'growth', newest: 'growth', asked: 'growth', z: 'number' },
  trend: { growth: 'growth', above: 'growth' },
  peers: {
    low: 'growth',
    median: 'growth',
    high: 'growth',
    mean: 'growth',
    spread: 'percent',
    asked: 'growth',
    z: 'number',
  },
  potential: {
    potential: 'money',
    share: 'percent',
    low: 'percent',
    median: 'percent',
    high: 'percent',
    needed: 'percent',
  },
  proposals: { proposed: 'money', gap: 'money' },
  capacity: { load: 'percent' },
  pipeline: { load: 'percent', cover: 'times', least: 'times' },
  forecast: { chance: 'chance', above: 'growth' },
  season: { distance: 'percent', limit: 'percent' },
  concentration: { top1: 'share', top5: 'share', top10: 'share', hhi: 'index', largest: 'money', lost: 'money' },
  cushion: { goal: 'money', over: 'growth', overBelow: 'growth', chain: 'growth' },
};

/**
 * An evidence in one sentence: its figures as people write them, a dash for what is not known. Null where there is no sentence
 * because nothing is known at all: then its issues say why.
 */
export function evidenceText(
  { kind, facts, state, low, mid, high }: Evidence,
  { t, format, money }: { t: Translate; format: Format; money: (amount: number | null) => string },
): string | null {
  if (state === 'unknown' && Object.values(facts).every((value) => value === null)) return null;
  const put = (name: string, value: number | null): string => {
    switch (LOOKS[kind][name] ?? 'count') {
      case 'money':
        return money(value);
      case 'growth':
        return format.growth(value);
      case 'percent':
        return format.percent(value, 0);
      case 'share':
        return format.percent(value);
      case 'index':
        return format.number(value, value !== null && value < 0.01 ? 4 : 2);
      case 'chance':
        return format.probability(value);
      case 'times':
        return format.times(value);
      case 'number':
        return format.number(value, 2);
      default:
        return format.count(value);
    }
  };
  const params = Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, put(name, value)]));
  const range = { from: money(low), middle: money(mid), to: money(high) };
  return t.find(`challenge.evidence.${kind}`, { ...params, ...range })?.replace(/\{\w+\}/g, '–') ?? null;
}
