import type { At } from '~/domain/cell';
import { issue } from '~/domain/issue';
import { growthHistory } from '~/engine/challenge/index';
import { addressKey } from '../outlooks/salesTable';
import { nodeSales } from '../views/nodeSales';
import { orderCoverage } from '../views/orderCoverage';
import type { ChallengeScene } from './challengeScene';
import { historySupport } from './historySupport';
import { forecastSupport, referenceOf, yearsAfter } from './studyNodes';
import { type NodeStudy, outcomeOfYear, unknownSupport } from './support';
import { trendSupport } from './trendSupport';

/** What is known of a node that the plan has no line of its own for: its past and its forecast, no peers. */
export function loneStudy(
  scene: ChallengeScene,
  at: At,
): { study: NodeStudy; months: (number | null)[]; fromMonth: number } {
  const { document, whole, plan, memory } = scene;
  const coverage = orderCoverage(document);
  const fromMonth = coverage?.firstMonth ?? 0;
  const last = coverage ? (coverage.running === null ? coverage.lastMonth : coverage.running - 1) : -1;
  const sales = nodeSales(document, whole, { at, firstMonth: fromMonth, months: Math.max(0, last - fromMonth + 1) });
  const months = coverage ? sales.whole : [];
  const growth = growthHistory(months);
  const outlook = memory.outlooks.get(addressKey(at)) ?? null;
  const reference = referenceOf(outlook, growth, yearsAfter(plan, fromMonth + months.length - 1));
  const year = outlook?.year ?? null;
  return {
    months,
    fromMonth,
    study: {
      reference,
      outcome: year && outcomeOfYear(year),
      actual: outlook?.actual ?? null,
      year,
      capacity: null,
      potential: null,
      supports: [
        historySupport(growth, reference),
        trendSupport(plan, { months, fromMonth }),
        unknownSupport('peers', issue('challenge/noLines')),
        unknownSupport('potential', issue('challenge/noLines')),
        unknownSupport('capacity', issue('challenge/noLines')),
        unknownSupport('pipeline', issue('challenge/noPipeline')),
        forecastSupport(outlook),
      ],
    },
  };
}
