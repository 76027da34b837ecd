import type { KpiCard } from '~/domain/view';
import type { Format } from '~/i18n/format';
import { figureShape } from '../../review/cardFigure';

/** What a letter starts with, where a limit is known. */
const USUAL: ReadonlySet<string> = new Set(['attainment', 'collectionRate', 'newCustomers', 'visitCompliance']);

/** KPIs with the limit from which they are good, as a letter says them; the usual ones first and chosen. */
export function kpiGoals(cards: readonly KpiCard[], format: Format): { kpi: string; goal: string; chosen: boolean }[] {
  return cards
    .flatMap((card) => {
      const goal = goalText(card, format);
      return goal === null ? [] : [{ kpi: card.id, goal, chosen: USUAL.has(card.id) }];
    })
    .sort((a, b) => Number(b.chosen) - Number(a.chosen));
}

/** Null where a KPI has no limit of its own in a figure that stands for itself. */
function goalText({ id, unit, direction, limits }: KpiCard, format: Format): string | null {
  const shape = figureShape({ id, unit });
  if (limits.good === null || (direction !== 'up' && direction !== 'down') || shape.kind === 'money') return null;
  const figure = shape.kind === 'number' ? format.number(limits.good, shape.decimals) : format.percent(limits.good, 0);
  return `${direction === 'up' ? '≥' : '≤'} ${figure}`;
}
