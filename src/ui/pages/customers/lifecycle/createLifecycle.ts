import { type Accessor, createMemo, createSignal } from 'solid-js';
import type { Day } from '~/domain/period';
import type { LifecycleRule, LifecycleStage } from '~/domain/segmentation';
import type { LifecycleView, StageChanges } from '~/domain/segmentView';
import { useApp } from '~/state/app';
import { createLiveAnswer } from '../../../components/createLiveAnswer';
import { createWindowed, type Windowed } from '../../../components/createWindowed';

export type StageRule = Omit<LifecycleRule, 'id'>;

export interface ChangesAsked {
  rule: StageRule | null;
  on: Day | null;
  months: number;
  from: LifecycleStage | null;
  to: LifecycleStage | null;
}

export interface LifecycleState {
  view: Accessor<LifecycleView | null>;
  stale: Accessor<boolean>;
  /** The rule on screen: the one tried out, else the saved one. */
  rule: Accessor<StageRule | null>;
  tried: Accessor<boolean>;
  tryRule(rule: StageRule): void;
  reset(): void;
  save(): Promise<void>;
  lookAt(on: Day | null): void;
  changes: Windowed<ChangesAsked, StageChanges>;
  /** Lists the moves of one cell; null and null = all. */
  showMoves(from: LifecycleStage | null, to: LifecycleStage | null): void;
}

/** Months that the chart goes back. */
const MONTHS = 24;

/** Why a rule cannot be kept, or null. */
export const isStageRule = ({ newDays, dormantDays, lostDays }: StageRule): boolean =>
  newDays > 0 && dormantDays > 0 && lostDays >= dormantDays;

/** The lifecycle page over the host: rule and day make one question, nothing is stored before `save`. */
export function createLifecycle(): LifecycleState {
  const app = useApp();
  const [draft, setDraft] = createSignal<StageRule | null>(null);
  const [on, setOn] = createSignal<Day | null>(null);
  const question = createMemo(() => ({ rule: draft(), on: on(), months: MONTHS }));
  const answer = createLiveAnswer(question, (asked) => app.host.lifecycle(asked));
  const saved = createMemo<StageRule | null>((kept) => {
    const view = answer.value();
    return view && !view.draft ? view.rule : kept;
  }, null);
  const changes = createWindowed<ChangesAsked, StageChanges>((asked) => app.host.stageChanges(asked), {
    ...question(),
    from: null,
    to: null,
  });
  const ask = () => changes.ask({ ...changes.query(), ...question() });
  return {
    view: answer.value,
    stale: answer.stale,
    rule: () => draft() ?? saved(),
    tried: () => draft() !== null,
    tryRule(rule) {
      const kept = saved();
      setDraft(kept && JSON.stringify(rule) === JSON.stringify(kept) ? null : rule);
      ask();
    },
    reset() {
      setDraft(null);
      ask();
    },
    async save() {
      const rule = draft();
      if (!rule) return;
      const done = await app.run({ name: 'lifecycle/setRule', rule });
      if (!done.ok) return;
      setDraft(null);
      ask();
    },
    lookAt(day) {
      setOn(day);
      ask();
    },
    changes,
    showMoves: (from, to) => changes.ask({ ...question(), from, to }),
  };
}
