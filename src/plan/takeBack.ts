import { removeTail } from '~/engine/cube/index';
import { revertEdit } from '~/engine/targets/index';
import type { Outcome } from './context';
import type { OpenPlan } from './document';

/** Undoes what a command did to leaf values and lines in memory: a preview, or a refusal found late. */
export function takeBack(open: OpenPlan, outcome: Pick<Outcome, 'edits' | 'linesAdded'>): void {
  for (const { column, edit } of outcome.edits.toReversed()) {
    const data = open.columns.get(column);
    if (data) revertEdit(data, edit);
  }
  if (outcome.linesAdded) removeTail(open.lines, [...open.columns.values()], outcome.linesAdded.first);
}
