import type { Plan } from '~/domain/plan';
import type { CustomerScene } from '../customers/customerScene';
import { type CustomerValueColumns, customerValues } from '../customers/customerValue';
import type { SegmentClasses } from '../customers/segmentClasses';
import { openedPlan } from '../document';
import { focusYear } from '../focusYear';
import type { ListValues } from './customerListValues';

/** What the list of customers is read from, at one revision of the workspace. Its columns are made when asked for. */
export interface ListScene extends CustomerScene {
  revision: number;
  /** The open plan as its year; null without one. */
  plan: Plan | null;
  /** By the value model that was fitted last: a fit is no change of the workspace. */
  values: CustomerValueColumns | null;
  columns: Map<string, ListValues>;
  /** By segmentation. */
  classes: Map<string, SegmentClasses>;
  /** The list that was asked for last: codes in order. */
  order: { key: string; codes: Uint32Array } | null;
}

const kept = new WeakMap<CustomerScene['cache'], ListScene>();

/** The same scene as long as nothing changed: scrolling asks for windows of one list. */
export function listScene(scene: CustomerScene & { revision: number }): ListScene {
  const { document, cache, today, revision } = scene;
  const plan = openedPlan(document);
  const values = customerValues(document);
  const known = kept.get(cache);
  const isSame =
    known?.document === document &&
    known.revision === revision &&
    known.today === today &&
    known.values === values &&
    known.plan?.id === (plan?.id ?? undefined);
  if (known && isSame) return known;
  const fresh: ListScene = {
    document,
    cache,
    today,
    revision,
    plan: plan && focusYear(plan, today),
    values,
    columns: new Map(),
    classes: new Map(),
    order: null,
  };
  kept.set(cache, fresh);
  return fresh;
}
