import { foldKey } from '~/domain/dimension';
import type { PipelineRule, PipelineStage } from '~/domain/pipeline';

/** A stage as it stands in the form: figures and other names as text. */
export interface StageDraft {
  id: string;
  name: string;
  kind: PipelineStage['kind'];
  /** Percent. */
  chance: string;
  staleDays: string;
  aliases: string;
}

export interface RuleDraft {
  stages: StageDraft[];
  newDeals: boolean;
}

export type StageField = 'name' | 'chance' | 'staleDays';
export type StageError = 'nameMissing' | 'nameTwice' | 'chanceOutside' | 'staleOutside';

type Rule = Omit<PipelineRule, 'id'>;

const plain = (value: number | null, decimals: number): string =>
  value === null ? '' : String(Number(value.toFixed(decimals)));

export const startRule = ({ stages, newDeals }: Rule): RuleDraft => ({
  newDeals,
  stages: stages.map(({ id, name, kind, chance, staleDays, aliases }) => ({
    id,
    name,
    kind,
    chance: plain(chance === null ? null : chance * 100, 2),
    staleDays: plain(staleDays, 0),
    aliases: aliases.join('，'),
  })),
});

/** Other names, however they are separated: commas of either width, semicolons, 、 or lines. */
export const aliasesOf = (text: string): string[] =>
  text
    .split(/[,，;；、\n]/)
    .map((alias) => alias.trim())
    .filter((alias) => alias !== '');

/** The rule a form says; errors by row and field where it says none. Figures of won and lost stages mean nothing and are left out. */
export function readRule(draft: RuleDraft): {
  rule: Rule | null;
  errors: Map<string, StageError>;
  incomplete: boolean;
} {
  const errors = new Map<string, StageError>();
  const seen = new Map<string, number>();
  draft.stages.forEach((stage, row) => {
    if (stage.name.trim() === '') errors.set(errorKey(row, 'name'), 'nameMissing');
    for (const name of new Set([stage.name, ...aliasesOf(stage.aliases)].map(foldKey))) {
      if (name === '') continue;
      if (seen.has(name)) errors.set(errorKey(row, 'name'), 'nameTwice');
      seen.set(name, row);
    }
    if (stage.kind !== 'open') return;
    const chance = figure(stage.chance);
    if (chance !== null && !(chance >= 0 && chance <= 100)) errors.set(errorKey(row, 'chance'), 'chanceOutside');
    const days = figure(stage.staleDays);
    if (days !== null && !(Number.isInteger(days) && days > 0)) errors.set(errorKey(row, 'staleDays'), 'staleOutside');
  });
  const kinds = new Set(draft.stages.map(({ kind }) => kind));
  const incomplete = !kinds.has('open') || !kinds.has('won');
  if (errors.size > 0 || incomplete) return { rule: null, errors, incomplete };
  const stages = draft.stages.map(({ id, name, kind, chance, staleDays, aliases }): PipelineStage => {
    const share = kind === 'open' ? figure(chance) : null;
    return {
      id,
      name: name.trim(),
      kind,
      chance: share === null ? null : share / 100,
      staleDays: kind === 'open' ? figure(staleDays) : null,
      aliases: aliasesOf(aliases),
    };
  });
  return { rule: { stages, newDeals: draft.newDeals }, errors, incomplete };
}

export const errorKey = (row: number, field: StageField): string => `${row}.${field}`;

/** Blank is nothing said; NaN is not a number. */
const figure = (text: string): number | null => {
  const said = text.trim().replace(/[%％]$/, '');
  return said === '' ? null : Number(said);
};

/** A row one place up or down; at the end it stays where it is. */
export function moved(stages: readonly StageDraft[], row: number, by: -1 | 1): StageDraft[] {
  const to = row + by;
  const next = [...stages];
  if (to < 0 || to >= next.length) return next;
  [next[row], next[to]] = [next[to], next[row]];
  return next;
}

/** A name that led nowhere leads to this stage. */
export const mapped = (stages: readonly StageDraft[], name: string, row: number): StageDraft[] =>
  stages.map((stage, at) =>
    at === row ? { ...stage, aliases: [...aliasesOf(stage.aliases), name].join('，') } : stage,
  );

/** Names that a form maps already need no place any more. */
export function stillUnknown<T extends { name: string }>(unknown: readonly T[], draft: RuleDraft): T[] {
  const known = new Set(draft.stages.flatMap(({ name, aliases }) => [name, ...aliasesOf(aliases)]).map(foldKey));
  return unknown.filter(({ name }) => !known.has(foldKey(name)));
}
