import type { PipelineForecastView } from '~/domain/pipelineView';
import type { Translate } from '~/i18n/translate';

/**
 * What is still to come and whether it will do, in one sentence. Deals alone are said to be deals alone; where no deal has
 * ended yet nobody can tell, and that is said instead of a nought.
 */
export function outlookFinding(
  { total, issues }: Pick<PipelineForecastView, 'total' | 'issues'>,
  { t, money, chance }: { t: Translate; money(amount: number): string; chance(share: number): string },
): string {
  const untold = issues.find(({ code }) => code === 'pipeline/noChances');
  if (untold) return t.find(`issue.${untold.code}`) ?? '';
  if (!total.combined) return t('pipeline.outlook.findingDeals', { amount: money(total.deals.mean) });
  const amount = money(total.combined.mean);
  return total.chance === null
    ? t('pipeline.outlook.findingNoTarget', { amount })
    : t('pipeline.outlook.finding', { amount, chance: chance(total.chance) });
}
