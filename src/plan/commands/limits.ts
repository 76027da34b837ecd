import { cellKey } from '~/domain/cell';
import type { Command } from '~/domain/command';
import { issue } from '~/domain/issue';
import { fail, ok, type Result } from '~/domain/result';
import type { Limit } from '~/domain/spread';
import { type CommandContext, newId, noEffect, type Outcome } from '../context';
import type { PlanDocument } from '../document';
import { added, removed, updated } from '../records';
import { requirePlan } from '../resolve';

type Of<N extends Command['name']> = Extract<Command, { name: N }>;

/**
 * Bounds the sum of a cell at any level from below, above or both, in minor units; null = no bound on that side. It
 * replaces the limit that is there; no bound on either side removes it. Nothing moves: a cell that is outside already
 * is brought inside by its next edit. Refused where the minimum is above the maximum.
 */
export function setLimit(document: PlanDocument, command: Of<'limits/set'>, context: CommandContext): Result<Outcome> {
  const required = requirePlan(document);
  if (!required.ok) return required;
  const { cell, min, max } = command;
  if (min !== null && max !== null && min > max) return fail(issue('limit/crossed', { min, max }));
  const old = limitAt(document, cell);
  if (min === null && max === null) return old ? ok(outcome([removed('limit', old)])) : fail(issue('limit/unknown'));
  const limit: Limit = { id: old?.id ?? newId('l', context), plan: required.value.plan.id, cell, min, max };
  return ok(outcome([old ? updated('limit', old, limit) : added('limit', limit)]));
}

/** Removes one limit by id. */
export function clearLimit(document: PlanDocument, command: Of<'limits/clear'>): Result<Outcome> {
  const limit = document.records.limit.get(command.limit);
  return limit ? ok(outcome([removed('limit', limit)])) : fail(issue('limit/unknown'));
}

/** The limit of this very cell of the open plan. */
export function limitAt(document: PlanDocument, cell: Limit['cell']): Limit | null {
  const key = cellKey(cell);
  for (const limit of document.records.limit.values())
    if (limit.plan === document.open?.id && cellKey(limit.cell) === key) return limit;
  return null;
}

const outcome = (records: Outcome['change']['records']): Outcome => ({
  change: { records, cells: [] },
  edits: [],
  effect: noEffect,
});
