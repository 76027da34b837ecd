import type { ForecastEvent } from '~/domain/forecast';
import type { EventLine, OutlierProposal } from '~/domain/forecastView';
import { monthIdAt } from '~/domain/period';
import type { EventEffects, OutlierProposal as Found } from '~/engine/forecast/index';
import type { PlanDocument } from '../document';
import { labelsOf } from '../views/changeLines';
import type { ForecastRequest } from '../views/forecastRequest';

/** Marks with the names of their nodes, newest month first; `effects` says what the promotions among them did. */
export const eventLines = (
  document: PlanDocument,
  events: readonly ForecastEvent[],
  effects: EventEffects | null,
): EventLine[] =>
  events
    .map((event) => {
      const found = effects?.promotions.find(({ id }) => id === event.id) ?? null;
      return {
        ...event,
        label: labelsOf(document, event.at).join(' · '),
        found: found && {
          lift: found.lift,
          lower: found.lower,
          upper: found.upper,
          months: found.months,
          source: found.source,
        },
      };
    })
    .sort((a, b) => (a.from === b.from ? 0 : a.from < b.from ? 1 : -1));

/** Months that look unlike others, as a person reads them. */
export const outlierLines = (
  document: PlanDocument,
  { at }: Pick<ForecastRequest, 'at'>,
  found: readonly Found[],
): OutlierProposal[] =>
  found.map(({ month, value, expected, size }) => ({
    at,
    label: labelsOf(document, at).join(' · '),
    month: monthIdAt(month),
    actual: value,
    expected: Math.round(expected),
    size,
  }));
