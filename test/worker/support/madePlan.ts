import type { PlanSettings } from '~/domain/command';
import type { HostStatus } from '~/domain/status';
import type { PlanHostApi } from '~/worker/protocol';
import { must } from './host';

const settings: PlanSettings = {
  name: 'made',
  currency: 'USD',
  calendar: { kind: 'months', startMonth: 1, nameBy: 'end' },
  fiscalYear: 2027,
  dimensions: ['region', 'product'],
  keyCustomers: null,
  base: 'none',
  target: 120_000,
  members: { region: ['North', 'South'], product: ['A', 'B', 'C'] },
  names: { pooledCustomers: 'others', defaultMember: 'default' },
};

/** A smaller plan over members of the first one. */
export const SECOND_PLAN: PlanSettings = {
  ...settings,
  name: 'second',
  target: 60_000,
  members: { region: ['North', 'South'], product: ['A', 'B'] },
};

/** A new workspace with a plan of six lines: two regions, three products, nothing sold yet. */
export async function makePlan(host: PlanHostApi): Promise<HostStatus> {
  must(await host.createWorkspace({ name: 'made', currency: 'USD' }));
  must(await host.dispatch({ name: 'plan/create', settings }, null));
  return host.settle();
}
