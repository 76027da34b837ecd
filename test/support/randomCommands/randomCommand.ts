import type { Command, CommandName } from '~/domain/command';
import type { Random } from '~/engine/numeric';
import { openedPlan, type PlanDocument } from '~/plan/document';
import { agreements } from './agreements';
import { capacity } from './capacity';
import { challenge } from './challenge';
import { customerRules } from './customerRules';
import { deals } from './deals';
import { filters } from './filters';
import { forecasts } from './forecasts';
import { letters } from './letters';
import { pipeline } from './pipeline';
import { risks } from './risks';
import { scenarios } from './scenarios';
import { createScene, type Generators } from './scene';
import { service } from './service';
import { settings } from './settings';
import { shapes } from './shapes';
import { sources } from './sources';
import { targets } from './targets';
import { territories } from './territories';

/** A command without a generator here must be in `EXEMPT` with its reason. */
export const GENERATORS: Generators = {
  ...targets,
  ...scenarios,
  ...shapes,
  ...settings,
  ...agreements,
  ...capacity,
  ...letters,
  ...service,
  ...filters,
  ...customerRules,
  ...sources,
  ...deals,
  ...pipeline,
  ...challenge,
  ...territories,
  ...risks,
  ...forecasts,
};

export const EXEMPT: Partial<Record<CommandName, string>> = {
  'plan/create': 'another plan is opened by it: told in the stories of createPlan and by opening plans in the worker',
};

const names = (group: Generators): CommandName[] => Object.keys(group) as CommandName[];

/** Edits come often, whole columns and settings now and then, changes of shape rarely: as in a day's work. Shares add up. */
const OFTEN: readonly (readonly [Generators, number])[] = [
  [forecasts, 0.03],
  [deals, 0.04],
  [targets, 0.6],
  [scenarios, 0.8],
  [settings, 0.88],
  [agreements, 0.9],
  [service, 0.915],
  [{ ...capacity, ...letters }, 0.92],
  [filters, 0.93],
  [customerRules, 0.94],
  [sources, 0.96],
  [territories, 0.965],
  [pipeline, 0.97],
  [risks, 0.975],
  [challenge, 0.98],
  [shapes, 1],
];

/** The next command of a restless manager, for the plan as it stands; half of them say why. */
export function randomCommand(document: PlanDocument, random: Random): Command {
  const plan = openedPlan(document);
  if (!plan) throw new Error('no plan is open');
  const scene = createScene(document, plan, random);
  for (;;) {
    const share = random();
    const [group] = OFTEN.find(([, below]) => share < below) ?? OFTEN[0];
    const name = scene.pick(names(group));
    const generate = group[name] as ((given: typeof scene) => Command | null) | undefined;
    const command = generate?.(scene);
    if (command) return command.reason === undefined && scene.chance(0.5) ? { ...command, reason: 'because' } : command;
  }
}
