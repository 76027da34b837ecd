import type { ChartPart, PlanChart } from '~/domain/range';
import { ratioOf } from '~/domain/ratio';
import type { Translate } from '~/i18n/translate';
import { cumulativeShares } from '../../charts/cumulativeShares';

export interface FindingWords {
  t: Translate;
  label: string;
  month(period: string): string;
  say(amount: number | null): string;
  percent(share: number | null): string;
}

const MOST = 0.8;

/** What a chart of the plan shows, as one sentence. */
export function chartFinding(chart: PlanChart, words: FindingWords): string {
  const { t, label } = words;
  if (chart.target === null) return t('chart.empty', { label });
  if (chart.kind === 'waterfall') return bridge(chart, words);
  const known = chart.parts.filter(({ target }) => target !== null);
  if (known.length === 0) return t('chart.empty', { label });
  const byAmount = [...known].sort((a, b) => (b.target ?? 0) - (a.target ?? 0));
  const [first] = byAmount;
  if (chart.kind === 'season') {
    const last = byAmount[byAmount.length - 1];
    return t('chart.se', { label, high: words.month(first.id), low: words.month(last.id) });
  }
  if (chart.kind === 'treemap') {
    const share = words.percent(ratioOf(first.target ?? 0, chart.target));
    return t('chart.tm', { label, first: nameOf(first, words), share });
  }
  const reached = cumulativeShares(known.map(({ target }) => target)).findIndex((share) => (share ?? 0) >= MOST);
  return t('chart.pa', { label, n: reached + 1, all: known.length });
}

function bridge({ target, lastYear, parts }: PlanChart, { t, label, say, percent }: FindingWords): string {
  if (parts.length === 0 || target === null || lastYear === null) return t('chart.wfNone', { label });
  const rise = target - lastYear;
  const change = rise < 0 ? t('chart.wfDown', { amount: say(-rise) }) : t('chart.wfUp', { amount: say(rise) });
  return t('chart.wf', { label, change, share: percent(ratioOf(rise, lastYear)) });
}

const nameOf = ({ id, label }: ChartPart, { t }: FindingWords): string =>
  label || (t.find(`chart.part.${id}`) ?? t('words.unassigned'));
