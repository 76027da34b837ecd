import type { ChallengeRule } from '~/domain/challenge';
import type { Evidence, EvidencePart } from '~/domain/challengeView';
import { issue } from '~/domain/issue';
import { chanceOf, hardLimits } from '~/engine/challenge/index';
import { coverOf } from '~/engine/pipeline/index';
import { growthTo } from './historySupport';
import { groundsOf } from './judgement';
import type { NodeStudy, Support } from './support';

/**
 * An amount held against what a support carries: it supports up to its middle, is strained up to its most, and speaks against
 * what is more. The forecast goes by the chances of the rule. The figures that need a target are added: growth asked and how
 * unusual it is, share of the potential, chance.
 */
export function targetEvidence(
  support: Support,
  {
    study,
    target,
    rule,
    parts,
  }: { study: NodeStudy; target: number | null; rule: Omit<ChallengeRule, 'id' | 'plan'>; parts: EvidencePart[] },
): Evidence {
  const { kind, range } = support;
  const none = { low: null, mid: null, high: null };
  return {
    kind,
    ...(range ?? none),
    state: stateOf(support, { study, target, rule }),
    facts: { ...support.facts, ...askedFacts(support, study, target) },
    issues: [...support.issues, ...refutedIssues(support, study)],
    parts,
  };
}

function stateOf(
  { kind, range }: Support,
  { study, target, rule }: { study: NodeStudy; target: number | null; rule: Omit<ChallengeRule, 'id' | 'plan'> },
): Evidence['state'] {
  if (!range) return 'unknown';
  if (target === null) return 'supports';
  if (kind === 'forecast' && study.outcome) {
    const chance = chanceOf(study.outcome, target);
    if (chance >= rule.fair) return 'supports';
    return chance >= rule.demanding ? 'strains' : 'against';
  }
  if (target <= range.mid) return 'supports';
  return target <= range.high ? 'strains' : 'against';
}

function askedFacts({ kind, range, facts }: Support, study: NodeStudy, target: number | null): Evidence['facts'] {
  const { reference, outcome } = study;
  if (target === null) return {};
  const asked = reference ? growthTo(reference, target) : null;
  switch (kind) {
    case 'history':
      return { asked, z: deviations(asked, facts.median, facts.spread) };
    case 'peers':
      return { asked, z: deviations(asked, facts.mean, facts.spread) };
    case 'trend':
      return { asked, above: range && range.mid > 0 ? target / range.mid - 1 : null };
    case 'potential': {
      const { potential, unstated } = facts;
      if (potential === null || potential === undefined || potential <= 0) return {};
      return { needed: (target - (unstated ?? 0)) / potential };
    }
    case 'capacity':
      return { load: range && range.mid > 0 ? target / range.mid : null };
    case 'pipeline': {
      const { actual = null, repeat = null, open = null, winRate = null } = facts;
      if (open === null) return {};
      const { needed, cover } = coverOf({ open, target, actual, repeat, winRate });
      return { needed, cover };
    }
    case 'forecast':
      return {
        chance: outcome && chanceOf(outcome, target),
        above: range && range.mid > 0 ? target / range.mid - 1 : null,
      };
  }
}

/** How many standard deviations an amount lies from the middle; null where there is no spread. */
function deviations(
  asked: number | null,
  middle: number | null | undefined,
  spread: number | null | undefined,
): number | null {
  if (asked === null || middle === null || middle === undefined || !spread) return null;
  return (asked - middle) / spread;
}

/** A limit that lies below what is expected anyway is no limit, and that is said. */
function refutedIssues({ kind }: Support, study: NodeStudy) {
  if (kind !== 'capacity' && kind !== 'potential') return [];
  const limit = study[kind];
  return limit !== null && hardLimits(groundsOf(study))[kind] !== limit ? [issue('challenge/belowForecast')] : [];
}
