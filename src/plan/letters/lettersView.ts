import type { At } from '~/domain/cell';
import type { TargetLetter } from '~/domain/challenge';
import type { DimensionId } from '~/domain/dimension';
import type { IssuedLetter, LetterDraft, LetterFigures, LettersView } from '~/domain/letterView';
import type { Plan } from '~/domain/plan';
import { dimensionTree } from '../challenge/nodeTree';
import type { OpenPlan, PlanDocument } from '../document';
import { focusYear } from '../focusYear';
import { addressKey } from '../outlooks/salesTable';
import { orderCoverage } from '../views/orderCoverage';
import { letterFigures } from './letterFigures';

/** Letters that could go to the members of a dimension, and those that went out: with a mark where the target moved since. */
export function lettersView(
  document: PlanDocument,
  { open, plan: whole }: { open: OpenPlan; plan: Plan },
  dimension: DimensionId,
): LettersView {
  const plan = focusYear(whole, orderCoverage(document)?.asOf ?? whole.periods[0].from);
  const letters = [...document.records.targetLetter.values()].filter((letter) => letter.plan === whole.id);
  const newest = new Map<string, TargetLetter>();
  for (const letter of letters) {
    const key = addressKey(letter.at);
    if (letter.no > (newest.get(key)?.no ?? 0)) newest.set(key, letter);
  }
  const figures = new Map<string, LetterFigures>();
  const figuresAt = (at: At): LetterFigures => {
    const key = addressKey(at);
    const known = figures.get(key) ?? letterFigures(document, plan, at);
    figures.set(key, known);
    return known;
  };
  const { view, ats } = dimensionTree(document, open, { plan: whole, dimension });
  const members = Array.from({ length: view.cells }, (_, cell) => ats[view.firstLeaf + cell]);
  const drafts = members
    .map((at): LetterDraft => {
      const now = figuresAt(at);
      const last = newest.get(addressKey(at));
      return { ...now, last: last ? { id: last.id, no: last.no, changed: isChanged(last, now) } : null };
    })
    .filter(({ total, at }) => total !== null && at[dimension] !== 0)
    .sort((a, b) => (b.total ?? 0) - (a.total ?? 0));
  const issued = letters
    .map((letter): IssuedLetter => {
      const now = figuresAt(letter.at);
      const replaced = newest.get(addressKey(letter.at))?.id !== letter.id;
      return { ...letter, changed: isChanged(letter, now), now: now.total, replaced };
    })
    .sort((a, b) => (a.batch < b.batch ? 1 : a.batch > b.batch ? -1 : b.total - a.total));
  return { dimension, dimensions: [...open.lines.dimensions], drafts, issued };
}

/** Whether any figure of a letter differs from what the plan says now; a renamed member is no change. */
function isChanged(letter: TargetLetter, now: LetterFigures): boolean {
  const amounts = ({ months, products }: Pick<LetterFigures, 'months' | 'products'>): string =>
    JSON.stringify([months.map(({ period, amount }) => [period, amount]), products.map(({ amount }) => amount)]);
  return letter.total !== now.total || amounts(letter) !== amounts(now);
}
