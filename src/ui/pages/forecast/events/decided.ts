import type { ForecastEvent } from '~/domain/forecast';
import type { OutlierProposal } from '~/domain/forecastView';

/** A proposal with a person's word on it: left out, or real. */
export const decided = (
  { at, month }: Pick<OutlierProposal, 'at' | 'month'>,
  decision: 'adjust' | 'keep',
): ForecastEvent => ({
  id: '',
  kind: 'outlier',
  at,
  title: '',
  from: month,
  to: month,
  decision,
  lift: null,
});
