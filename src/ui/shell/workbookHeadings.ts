import { type Column, columnKey, type Plan, WORKING_TARGET } from '~/domain/plan';
import { planYears } from '~/domain/planYears';
import { currencySymbol } from '~/i18n/displayUnits';
import type { Texts } from '../components/TextProvider';
import { columnName } from '../pages/plan/view/columnName';

/** Texts of the exported sheet: fixed ones by name, column heads by column key. */
export function workbookHeadings(plan: Plan | null, column: Column, { t, format }: Texts): Record<string, string> {
  const measure = plan?.groups[0].measures.find(({ id }) => id === column.measure);
  const currency = plan?.currency ?? '';
  const unit = measure?.kind === 'ratio' ? (measure.unit ?? '%') : (measure?.unit ?? currency);
  const fixed = {
    sheet: t('workbook.sheet'),
    name: t('workbook.name'),
    check: t('workbook.check'),
    dataName: t('workbook.dataName'),
    revisionName: t('workbook.revisionName'),
    unitNote: unit === '' ? '' : t('workbook.unitNote', { unit }),
    filterNote: t('workbook.filterNote'),
    cutNote: t('workbook.cutNote'),
    lastYear: t('workbook.lastYear'),
    growth: t('workbook.growth'),
    total: t('workbook.total'),
    't:all': t('workbook.allYears'),
    unassigned: t('words.unassigned'),
    currencySymbol: currencySymbol(t.language, currency || 'CNY'),
  };
  if (!plan) return fixed;
  const years = planYears(plan);
  // The worker knows what a scenario is called, and a plan is usually about its target.
  const own = { ...column, scenario: WORKING_TARGET.scenario };
  const isUsual = columnKey(own) === columnKey(WORKING_TARGET);
  const alone = years.length === 1;
  return {
    ...fixed,
    column: isUsual ? '' : columnName(t, own, { scenarios: {}, plan }),
    ...Object.fromEntries(
      years.flatMap(({ id, year, quarters }) => [
        [`y:${id}`, t('plan.yearTarget', { year: format().fiscalYear(year) })],
        ...quarters.map((quarter) => [
          `q:${quarter.id}`,
          alone ? format().quarter(quarter.id) : format().period(quarter.id),
        ]),
      ]),
    ),
    ...Object.fromEntries(plan.periods.map(({ id }) => [`m:${id}`, alone ? format().month(id) : format().period(id)])),
  };
}
