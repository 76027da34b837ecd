import type { At } from '~/domain/cell';
import type { ForecastEvent } from '~/domain/forecast';
import { monthIdAt, monthIndexOf } from '~/domain/period';
import type { PlanDocument } from '../document';
import { addressKey } from '../outlooks/salesTable';
import { factsOf } from '../sources/facts';
import { labelsOf } from '../views/changeLines';

const DIMENSIONS = ['product', 'region', 'customer'] as const;

/**
 * Imported promotions as the marks they would become: the months their days touch, at the node they name. Those that are marked
 * already (same name, node and months) and those without both days are left out. An expected lift that was given is not taken
 * over: what it really did is found in the history.
 */
export function promotionOffers(document: PlanDocument): (ForecastEvent & { label: string })[] {
  const facts = factsOf(document, 'promotions');
  if (facts.count === 0) return [];
  const [title, day, until] = [facts.text('title'), facts.number('day'), facts.number('until')];
  const codes = DIMENSIONS.map((dimension) => facts.code(dimension));
  const marked = new Set([...document.records.forecastEvent.values()].map(keyOf));
  const offers = new Map<string, ForecastEvent & { label: string }>();
  for (let row = 0; row < facts.count; row += 1) {
    if (Number.isNaN(day[row]) || !(until[row] >= day[row])) continue;
    const at: At = Object.fromEntries(
      DIMENSIONS.flatMap((dimension, d) => (codes[d][row] === 0 ? [] : [[dimension, codes[d][row]]])),
    );
    const offer: ForecastEvent = {
      id: '',
      kind: 'promotion',
      at,
      title: title[row],
      from: monthIdAt(monthIndexOf(day[row])),
      to: monthIdAt(monthIndexOf(until[row])),
      decision: 'adjust',
      lift: null,
    };
    if (!marked.has(keyOf(offer))) offers.set(keyOf(offer), { ...offer, label: labelsOf(document, at).join(' · ') });
  }
  return [...offers.values()].sort((a, b) => (a.from < b.from ? 1 : -1));
}

const keyOf = ({ at, title, from, to }: ForecastEvent): string => `${addressKey(at)}|${title}|${from}|${to}`;
