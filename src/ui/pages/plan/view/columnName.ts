import { type Column, columnKey, type Plan } from '~/domain/plan';
import type { Translate } from '~/i18n/translate';

/** Titles that people gave, by the id they belong to: scenarios, dimensions, measures. */
export interface Titles {
  scenarios: Readonly<Record<string, string>>;
  plan: Pick<Plan, 'titles'> | null;
}

export const scenarioName = (t: Translate, scenario: string, titles: Titles): string =>
  titles.scenarios[scenario] || (scenario === 'base' ? t('words.base') : scenario);

/** A target line as people call it: floor, target, stretch, issued, proposal, baseline. */
export const layerName = (t: Translate, layer: string): string => t.find(`pivot.layer.${layer}`) ?? layer;

export const measureName = (t: Translate, measure: string, titles: Titles): string =>
  titles.plan?.titles?.[measure] ?? t.find(`pivot.measure.${measure}`) ?? measure;

/** The whole name of a column, as short as it is clear: what is the plan's usual one is left out. */
export function columnName(t: Translate, column: Column, titles: Titles): string {
  return [
    ...(column.scenario === 'base' ? [] : [scenarioName(t, column.scenario, titles)]),
    layerName(t, column.layer),
    ...(column.measure === 'sales' ? [] : [measureName(t, column.measure, titles)]),
  ].join(' · ');
}

export const sameColumn = (a: Column | null, b: Column | null): boolean =>
  a === b || (a !== null && b !== null && columnKey(a) === columnKey(b));
