import type { Plan } from '~/domain/plan';
import { currencySymbol } from '~/i18n/displayUnits';
import type { Texts } from '../components/TextProvider';

/** Texts of the exported sheet: fixed ones by name, column heads by column key. */
export function workbookHeadings(plan: Plan | null, { t, format }: Texts): Record<string, string> {
  const unit = plan?.currency ?? '';
  const fixed = {
    sheet: t('workbook.sheet'),
    name: t('workbook.name'),
    check: t('workbook.check'),
    dataName: t('workbook.dataName'),
    revisionName: t('workbook.revisionName'),
    unitNote: t('workbook.unitNote', { unit }),
    filterNote: t('workbook.filterNote'),
    lastYear: t('workbook.lastYear'),
    growth: t('workbook.growth'),
    total: t('workbook.total'),
    unassigned: t('words.unassigned'),
    currencySymbol: currencySymbol(t.language, unit || 'CNY'),
  };
  if (!plan) return fixed;
  const year = String(plan.fiscalYear);
  return {
    ...fixed,
    [`y:${year}`]: t('plan.yearTarget', { year: format().fiscalYear(plan.fiscalYear) }),
    ...Object.fromEntries([1, 2, 3, 4].map((n) => [`q:${year}-Q${n}`, `Q${n}`])),
    ...Object.fromEntries(plan.periods.map(({ id }) => [`m:${id}`, format().month(id)])),
  };
}
