import type { Command } from '~/domain/command';
import { foldKey } from '~/domain/dimension';
import { type Issue, issue } from '~/domain/issue';
import type { PipelineRule, PipelineStage } from '~/domain/pipeline';
import { fail, ok, type Result } from '~/domain/result';
import { type CommandContext, newId, type Outcome, recordsOnly } from '../context';
import type { PlanDocument } from '../document';
import { PIPELINE_RULE } from '../pipeline/ruleInUse';
import { added, removed, updated } from '../records';

type Of<N extends Command['name']> = Extract<Command, { name: N }>;

/**
 * Sets the stages of deals in their order, with what names lead to them. At least one open and one won stage; no name or alias
 * twice, whatever case or width; chances between 0 and 1, stale days whole and above 0. Stages without an id get one. Undo
 * gives back the stages before.
 */
export function setPipelineRule(
  document: PlanDocument,
  { rule }: Of<'pipeline/setRule'>,
  context: CommandContext,
): Result<Outcome> {
  const stages = rule.stages.map((stage, i) => tidy(stage, context, i));
  const wrong = wrongIn(stages);
  if (wrong) return fail(wrong);
  const next: PipelineRule = { id: PIPELINE_RULE, stages, newDeals: rule.newDeals };
  const old = document.records.pipelineRule.get(PIPELINE_RULE);
  return ok(recordsOnly([old ? updated('pipelineRule', old, next) : added('pipelineRule', next)]));
}

/** Back to the stages that are found in the data; where nobody set any, nothing changes. */
export function clearPipelineRule(document: PlanDocument): Result<Outcome> {
  const old = document.records.pipelineRule.get(PIPELINE_RULE);
  return ok(recordsOnly(old ? [removed('pipelineRule', old)] : []));
}

/** Names without blanks around them; an alias that says what the name says is none. Ends have no chance and never go stale. */
function tidy(stage: PipelineStage, context: CommandContext, ordinal: number): PipelineStage {
  const name = stage.name.trim();
  const own = foldKey(name);
  const aliases = new Map(stage.aliases.map((alias) => [foldKey(alias), alias.trim()]));
  aliases.delete(own);
  aliases.delete('');
  const open = stage.kind === 'open';
  return {
    id: stage.id === '' ? newId('ps', context, ordinal + 1) : stage.id,
    name,
    aliases: [...aliases.values()],
    kind: stage.kind,
    chance: open ? stage.chance : null,
    staleDays: open ? stage.staleDays : null,
  };
}

function wrongIn(stages: readonly PipelineStage[]): Issue | null {
  const kinds = stages.map(({ kind }) => kind);
  if (!kinds.includes('open') || !kinds.includes('won')) return issue('pipeline/noStages');
  if (stages.some(({ name }) => name === '')) return issue('pipeline/noStages');
  if (new Set(stages.map(({ id }) => id)).size < stages.length) return issue('pipeline/sameName', { name: '' });
  const seen = new Set<string>();
  for (const { name, aliases } of stages) {
    for (const said of [name, ...aliases]) {
      const key = foldKey(said);
      if (seen.has(key)) return issue('pipeline/sameName', { name: said });
      seen.add(key);
    }
  }
  return stages.every(isSound) ? null : issue('pipeline/figure');
}

const isSound = ({ chance, staleDays }: PipelineStage): boolean =>
  (chance === null || (chance >= 0 && chance <= 1)) &&
  (staleDays === null || (Number.isInteger(staleDays) && staleDays > 0));
