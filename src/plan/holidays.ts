import type { Plan } from '~/domain/plan';
import type { Holidays } from '~/domain/workingDays';
import { type PlanDocument, workspaceOf } from './document';

/** Id of the one list of days off that a workspace may bring. */
export const HOLIDAY_LIST = 'holidays';

/**
 * The days a plan works: yuan are earned on Chinese working days, other currencies on Monday to Friday, and what people
 * brought wins over both.
 */
export const holidaysOf = (document: PlanDocument, plan: Pick<Plan, 'currency'> | null): Holidays => ({
  id: (plan?.currency ?? workspaceOf(document)?.currency) === 'CNY' ? 'CN' : 'none',
  days: document.records.holidayList.get(HOLIDAY_LIST)?.days ?? [],
});
