import { fail, ok, type Result } from '~/domain/result';
import type { LeafEdit, Selection } from '../cube';
import type { HeldTotal } from './bounds';
import { compensate } from './compensate';
import { undoChanges } from './leafAccess';
import { brokenLimit, type LimitWatch } from './limitWatch';
import { mergeChanges } from './mergeChanges';
import type { PartContext } from './spreadPart';

export interface Unfinished {
  /** Held totals the edit may have moved; none where it moved none. */
  heldTotals?: HeldTotal[];
  edited: Selection[];
  result: LeafEdit;
  watched: LimitWatch[];
}

/**
 * The second half of every edit: what lies under held totals that it moved absorbs, and lasting limits are looked at; or
 * all is taken back.
 */
export function finishEdit(context: PartContext, unfinished: Unfinished): Result<LeafEdit> {
  const { column } = context;
  const { heldTotals = [], edited, watched } = unfinished;
  let { result } = unfinished;
  if (heldTotals.length > 0) {
    const answer = compensate(context, { heldTotals, edited });
    if (!answer.ok) {
      undoChanges(column, result.changes);
      return answer;
    }
    result = { ...result, ...mergeChanges(column, [...result.changes, ...answer.value]) };
  }
  const broken = brokenLimit(column, watched, edited);
  if (!broken) return ok(result);
  undoChanges(column, result.changes);
  return fail(broken);
}
