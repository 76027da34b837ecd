import { type Component, lazy } from 'solid-js';
import type { PageId } from '~/state/route';

/** Every page is a chunk of its own, loaded when somebody goes there. */
export const PAGE_COMPONENTS: Record<PageId, Component> = {
  start: lazy(async () => ({ default: (await import('../pages/start/StartPage')).StartPage })),
  home: lazy(async () => ({ default: (await import('../pages/home/HomePage')).HomePage })),
  plan: lazy(async () => ({ default: (await import('../pages/plan/PlanPage')).PlanPage })),
  challenge: lazy(async () => ({ default: (await import('../pages/challenge/ChallengePage')).ChallengePage })),
  customers: lazy(async () => ({ default: (await import('../pages/customers/CustomersPage')).CustomersPage })),
  pipeline: lazy(async () => ({ default: (await import('../pages/pipeline/PipelinePage')).PipelinePage })),
  forecast: lazy(async () => ({ default: (await import('../pages/forecast/ForecastPage')).ForecastPage })),
  review: lazy(async () => ({ default: (await import('../pages/review/ReviewPage')).ReviewPage })),
  sources: lazy(async () => ({ default: (await import('../pages/sources/SourcesPage')).SourcesPage })),
  import: lazy(async () => ({ default: (await import('../pages/import/ImportPage')).ImportPage })),
  wizard: lazy(async () => ({ default: (await import('../pages/wizard/WizardPage')).WizardPage })),
};

/** Pages that the words of the first screen are enough for; what opens on them brings the others. */
export const FIRST_PAGES: ReadonlySet<PageId> = new Set<PageId>(['start', 'home', 'plan']);

/** Starts loading a page before anything can be shown on it. */
export function preloadPage(page: PageId): void {
  const component = PAGE_COMPONENTS[page] as Component & { preload?: () => unknown };
  component.preload?.();
}
