import { createRandom, type Random } from '~/engine/numeric';
import { DEAL_LOST, DEAL_OPEN, DEAL_WON, type DealTable, type StageHazards } from '~/engine/pipeline/index';

/** A seeded world of deals whose hazards are known: how they move from day to day by stage and age. */
export interface World {
  stages: number;
  /** Chances of one day by stage and days in it: to be won, lost, to go on. */
  daily(stage: number, age: number): { win: number; lose: number; on: number };
  perDay: number;
  worth(random: Random): number;
}

/** Three stages; the last wins; deals that stay long are lost more often and go on less. */
export const WORLD: World = {
  stages: 3,
  daily(stage, age) {
    const old = age > 30 ? 0.5 : 1;
    return {
      win: stage === 2 ? 0.02 * old : stage === 1 ? 0.001 : 0,
      lose: [0.012, 0.009, 0.008][stage] * (age > 30 ? 1.3 : 1),
      on: stage === 2 ? 0 : [0.03, 0.024][stage] * old,
    };
  },
  perDay: 0.8,
  worth: (random) => Math.round(10_000 * Math.exp(1.0 * normalish(random))),
};

const normalish = (random: Random): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

export interface Life {
  created: number;
  worth: number;
  steps: { stage: number; day: number }[];
  closed: number;
  won: boolean;
}

/** Deals that begin on days from `from` to before `until`, each lived to its end. */
export function livesOf(world: World, random: Random, { from, until }: { from: number; until: number }): Life[] {
  const lives: Life[] = [];
  for (let day = from; day < until; day += 1) {
    for (let left = world.perDay; left > 0; left -= 1) if (random() < left) lives.push(lifeOf(world, random, day));
  }
  return lives;
}

function lifeOf(world: World, random: Random, created: number): Life {
  const steps = [{ stage: 0, day: created }];
  const worth = world.worth(random);
  for (let day = created; ; day += 1) {
    const { stage, day: since } = steps[steps.length - 1];
    const { win, lose, on } = world.daily(stage, day - since);
    const u = random();
    if (u < win) return { created, worth, steps, closed: day, won: true };
    if (u < win + lose) return { created, worth, steps, closed: day, won: false };
    if (u < win + lose + on) {
      steps.push({ stage: stage + 1, day: day + 1 });
    }
  }
}

/** The world as it is known at the end of a day. */
export function seenOn(lives: readonly Life[], { asOf, stages }: { asOf: number; stages: number }): DealTable {
  const known = lives.filter(({ created }) => created <= asOf);
  const paths = known.map(({ steps }) => steps.filter(({ day }) => day <= asOf));
  const start = new Uint32Array(known.length + 1);
  paths.forEach((path, d) => {
    start[d + 1] = start[d] + path.length;
  });
  const over = ({ closed }: Life): boolean => closed <= asOf;
  return {
    count: known.length,
    asOf,
    stages,
    result: Uint8Array.from(known, (life) => (over(life) ? (life.won ? DEAL_WON : DEAL_LOST) : DEAL_OPEN)),
    stage: Int16Array.from(paths, (path) => path[path.length - 1].stage),
    created: Float64Array.from(known, ({ created }) => created),
    closed: Float64Array.from(known, (life) => (over(life) ? life.closed : Number.NaN)),
    entered: Float64Array.from(paths, (path) => path[path.length - 1].day),
    worth: Float64Array.from(known, ({ worth }) => worth),
    steps: {
      start,
      stage: Int16Array.from(paths.flat(), ({ stage }) => stage),
      day: Float64Array.from(paths.flat(), ({ day }) => day),
    },
  };
}

/** The hazards of the world itself, in the form the estimate has: what a perfect estimate would be. */
export function trueHazards({ stages, daily }: World): StageHazards {
  const edges = Float64Array.of(0, 31);
  const causes = stages + 2;
  const all = new Float64Array(stages * edges.length * causes);
  for (let s = 0; s < stages; s += 1) {
    edges.forEach((edge, b) => {
      const { win, lose, on } = daily(s, edge);
      const at = (s * edges.length + b) * causes;
      all[at + stages] = win;
      all[at + stages + 1] = lose;
      if (s + 1 < stages) all[at + s + 1] = on;
    });
  }
  return { stages, edges, daily: all, won: 1e6, lost: 1e6 };
}

export const randomOf = createRandom;
