import type { FiscalCalendar } from '~/domain/calendar';
import type { Translate } from '~/i18n/translate';

/** A number of leaf periods in the words of the calendar: 12 months, 24 periods, 53 weeks. */
export const periodsText = (t: Translate, { kind }: FiscalCalendar, n: number): string =>
  t(`wizard.periods.${kind}`, { n });
