import { civilOf, type Day, dayOf } from '~/domain/period';
import type { RebateProgramme } from '~/domain/price';

/** A programme to begin with: the calendar year of a day, two steps on sales, everybody takes part. */
export function newProgramme(asOf: Day): RebateProgramme {
  const { year } = civilOf(asOf);
  return {
    id: '',
    title: '',
    from: dayOf(year, 1, 1),
    to: dayOf(year, 12, 31),
    on: 'volume',
    steps: [
      { at: 0, rate: 0.01 },
      { at: 100_000_000, rate: 0.02 },
    ],
    tiers: null,
    customers: null,
  };
}

/** The steps with one more above the last: half as much again, half a percent more. */
export function withStep(programme: RebateProgramme): RebateProgramme {
  const last = programme.steps.at(-1) ?? { at: 0, rate: 0 };
  const more = programme.on === 'volume' ? Math.max(1, Math.round(last.at * 1.5)) : last.at + 0.05;
  return { ...programme, steps: [...programme.steps, { at: more, rate: Math.min(1, last.rate + 0.005) }] };
}

/** Another measure has other figures: its steps begin anew. */
export function withMeasure(programme: RebateProgramme, on: RebateProgramme['on']): RebateProgramme {
  if (on === programme.on) return programme;
  const at = { volume: [0, 100_000_000], growth: [0.05, 0.1], onTime: [0.8, 0.95] }[on];
  return { ...programme, on, steps: at.map((one, i) => ({ at: one, rate: (i + 1) / 100 })) };
}
