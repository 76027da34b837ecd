import type { Command } from '~/domain/command';
import { issue } from '~/domain/issue';
import { fail, ok, type Result } from '~/domain/result';
import type { SavedView } from '~/domain/savedView';
import { type CommandContext, newId, noEffect, type Outcome } from '../context';
import type { PlanDocument } from '../document';
import { added, removed, updated } from '../records';
import { requirePlan } from '../resolve';

type Of<N extends Command['name']> = Extract<Command, { name: N }>;

/** Keeps a way of looking at the plan under a name; an id overwrites that view. Undo passes over it. */
export function saveView(document: PlanDocument, { view }: Of<'views/save'>, context: CommandContext): Result<Outcome> {
  const required = requirePlan(document);
  if (!required.ok) return required;
  const plan = required.value.plan.id;
  const old = view.id === null ? null : document.records.savedView.get(view.id);
  if (old === undefined || (old && old.plan !== plan)) return fail(issue('view/unknown'));
  const saved: SavedView = {
    id: old?.id ?? newId('v', context),
    plan,
    title: view.title.trim(),
    query: view.query,
    look: view.look,
  };
  const records = [old ? updated('savedView', old, saved) : added('savedView', saved)];
  return ok({ change: { records, cells: [] }, edits: [], effect: noEffect });
}

export function removeView(document: PlanDocument, { view }: Of<'views/remove'>): Result<Outcome> {
  const required = requirePlan(document);
  if (!required.ok) return required;
  const old = document.records.savedView.get(view);
  if (!old || old.plan !== required.value.plan.id) return fail(issue('view/unknown'));
  return ok({ change: { records: [removed('savedView', old)], cells: [] }, edits: [], effect: noEffect });
}
