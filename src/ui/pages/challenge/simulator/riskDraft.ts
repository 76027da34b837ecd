import type { At } from '~/domain/cell';
import type { Risk } from '~/domain/challenge';

/** A risk as a person types it: a loss or a gain in amounts without sign, whole units of money, a chance in percent. */
export interface RiskDraft {
  id: string;
  title: string;
  at: At;
  kind: 'loss' | 'gain';
  chance: number;
  least: number;
  likely: number;
  most: number;
  from: string;
  to: string;
  owner: string;
}

/** What is typed of a known risk, or the start of a new one. One whose amounts have both signs counts as what is likely. */
export function riskDraft(
  risk: Risk | null,
  { from, to, scale }: { from: string; to: string; scale: number },
): RiskDraft {
  if (!risk) {
    return { id: '', title: '', at: {}, kind: 'loss', chance: 30, least: 0, likely: 0, most: 0, from, to, owner: '' };
  }
  const kind = risk.likely < 0 || (risk.likely === 0 && risk.low < 0) ? 'loss' : 'gain';
  const amount = (minor: number): number => Math.max(0, Math.abs(minor) / scale);
  const [least, most] = kind === 'loss' ? [Math.min(0, risk.high), risk.low] : [Math.max(0, risk.low), risk.high];
  return {
    ...{ id: risk.id, title: risk.title, at: risk.at, kind, from: risk.from, to: risk.to, owner: risk.owner },
    chance: Math.round(risk.chance * 1000) / 10,
    least: amount(least),
    likely: amount(risk.likely),
    most: amount(most),
  };
}

/** Why a draft cannot be kept as it stands; null where it can. */
export function troubleOf({
  title,
  least,
  likely,
  most,
  from,
  to,
}: RiskDraft): 'needTitle' | 'order' | 'months' | null {
  if (title.trim() === '') return 'needTitle';
  if (!(least <= likely && likely <= most)) return 'order';
  return to < from ? 'months' : null;
}

/** The draft as a risk in minor units: losses below zero, from the worst to the best. */
export function riskOf(draft: RiskDraft, scale: number): Risk {
  const [least, likely, most] = [draft.least, draft.likely, draft.most].map((amount) => Math.round(amount * scale));
  const { id, title, at, from, to, owner } = draft;
  const amounts =
    draft.kind === 'loss' ? { low: 0 - most, likely: 0 - likely, high: 0 - least } : { low: least, likely, high: most };
  return { id, plan: '', title, at, chance: draft.chance / 100, ...amounts, from, to, owner };
}
