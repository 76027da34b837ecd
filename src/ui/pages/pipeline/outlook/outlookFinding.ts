import type { PipelineForecastView } from '~/domain/pipelineView';
import type { Translate } from '~/i18n/translate';

/** What is still to come and whether it will do, in one sentence. Deals alone are said to be deals alone. */
export function outlookFinding(
  { total }: Pick<PipelineForecastView, 'total'>,
  { t, money, chance }: { t: Translate; money(amount: number): string; chance(share: number): string },
): string {
  if (!total.combined) return t('pipeline.outlook.findingDeals', { amount: money(total.deals.mean) });
  const amount = money(total.combined.mean);
  return total.chance === null
    ? t('pipeline.outlook.findingNoTarget', { amount })
    : t('pipeline.outlook.finding', { amount, chance: chance(total.chance) });
}
