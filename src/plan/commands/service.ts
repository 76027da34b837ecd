import type { RecordChange } from '~/domain/change';
import type { Command } from '~/domain/command';
import { issue } from '~/domain/issue';
import { fail, ok, type Result } from '~/domain/result';
import type { ServicePackage } from '~/domain/service';
import { type CommandContext, newId, type Outcome, recordsOnly } from '../context';
import type { PlanDocument } from '../document';
import { added, removed, updated } from '../records';

type Of<N extends Command['name']> = Extract<Command, { name: N }>;

/** Id of the one record of service hours and their cost. */
export const SERVICE_SETTINGS = 'serviceSettings';

/**
 * Agrees what customers of a tier and stage get, or changes it: '' as id makes a new package. Two packages for the same
 * tier and stage are refused, as is a cadence under a day or any figure below zero. Undo gives the former one back.
 */
export const setPackage = (
  document: PlanDocument,
  command: Of<'service/setPackage'>,
  context: CommandContext,
): Result<Outcome> => takePackages(document, [command.package], context);

/** Several packages in one step: the proposed starting set is one command and one undo. */
export const setPackages = (
  document: PlanDocument,
  command: Of<'service/setPackages'>,
  context: CommandContext,
): Result<Outcome> => takePackages(document, command.packages, context);

/** Takes a service package away: its customers fall to the next one that fits. One that is not known is refused. */
export function removePackage(document: PlanDocument, { id }: Of<'service/removePackage'>): Result<Outcome> {
  const old = document.records.servicePackage.get(id);
  return old ? ok(recordsOnly([removed('servicePackage', old)])) : fail(issue('service/unknown'));
}

/** Hours a seller has in a month and what one costs in minor units; below zero is refused. */
export function setServiceSettings(document: PlanDocument, { settings }: Of<'service/setSettings'>): Result<Outcome> {
  const { hoursPerMonth, hourCost, complaintCost } = settings;
  if (![hoursPerMonth, hourCost, complaintCost].every(isAmount)) return fail(issue('service/figure'));
  const next = { id: SERVICE_SETTINGS, hoursPerMonth, hourCost, complaintCost };
  const old = document.records.serviceSettings.get(SERVICE_SETTINGS);
  return ok(recordsOnly([old ? updated('serviceSettings', old, next) : added('serviceSettings', next)]));
}

function takePackages(
  document: PlanDocument,
  packages: readonly ServicePackage[],
  context: CommandContext,
): Result<Outcome> {
  const standing = new Map(document.records.servicePackage);
  const diff: RecordChange[] = [];
  for (const [i, wanted] of packages.entries()) {
    const old = wanted.id === '' ? null : standing.get(wanted.id);
    if (old === undefined) return fail(issue('service/unknown'));
    if (wanted.id !== '' && diff.some(({ id }) => id === wanted.id)) return fail(issue('service/duplicate'));
    if (!isSound(wanted)) return fail(issue('service/figure'));
    const next = { ...wanted, name: wanted.name.trim(), id: old?.id ?? newId('sp', context, i) };
    standing.set(next.id, next);
    diff.push(old ? updated('servicePackage', old, next) : added('servicePackage', next));
  }
  const places = new Set([...standing.values()].map(({ tier, stage }) => `${tier}|${stage}`));
  return places.size < standing.size ? fail(issue('service/duplicate')) : ok(recordsOnly(diff));
}

const isAmount = (value: number): boolean => Number.isFinite(value) && value >= 0;

const isSound = ({ cadenceDays, responseHours, closeDays, hoursPerVisit, costPerYear }: ServicePackage): boolean =>
  Number.isInteger(cadenceDays) &&
  cadenceDays >= 1 &&
  [responseHours, closeDays, hoursPerVisit, costPerYear].every(isAmount);
