import type { CommandName } from '~/domain/command';

const WORKSPACE_COMMANDS: ReadonlySet<CommandName> = new Set([
  'orders/import',
  'orders/removeImport',
  'members/rename',
  'customers/setTierRule',
  'customers/pinTier',
  'customers/pinTiers',
  'filters/save',
  'filters/remove',
  'kpi/setLimit',
  'plan/create',
  'time/importHolidays',
  'sources/import',
  'facts/put',
  'facts/remove',
  'members/setAttributes',
  'quality/dismiss',
  'customers/applyTiers',
  'segments/set',
  'segments/remove',
  'lifecycle/setRule',
  'service/setPackage',
  'service/setPackages',
  'service/removePackage',
  'service/setSettings',
  'credit/setRule',
  'prices/setTierPrice',
  'prices/removeTierPrice',
  'prices/setBand',
  'prices/removeBand',
  'rebates/set',
  'rebates/remove',
  'territories/move',
  'forecast/setEvents',
  'forecast/removeEvent',
  'forecast/setAnalogue',
  'forecast/removeAnalogue',
  'pipeline/setRule',
  'pipeline/clearRule',
  'pipeline/putDeals',
  'capacity/setRule',
]);

/** Of the workspace, unless they wrote into the open plan as well. */
const MAY_WRITE: ReadonlySet<CommandName> = new Set(['sources/import', 'territories/move']);

/** Looking is no change of a plan: these entries are kept, but undo passes over them. */
const VIEW_COMMANDS: ReadonlySet<CommandName> = new Set(['views/save', 'views/remove']);

/**
 * Whose history an entry belongs to: 'view', 'workspace', or the id of the plan that is open, as for an import or a move of
 * customers that wrote targets into it.
 */
export function commandScope(command: CommandName, { plan, wrote }: { plan: string | null; wrote: boolean }): string {
  if (VIEW_COMMANDS.has(command)) return 'view';
  const ofWorkspace = WORKSPACE_COMMANDS.has(command) && !(MAY_WRITE.has(command) && wrote);
  return ofWorkspace ? 'workspace' : (plan ?? 'workspace');
}
