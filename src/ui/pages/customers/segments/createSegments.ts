import { type Accessor, createMemo, createSignal } from 'solid-js';
import type { Division, Segmentation } from '~/domain/segmentation';
import type { SegmentChoices, SegmentView } from '~/domain/segmentView';
import { useApp } from '~/state/app';
import { createLiveAnswer } from '../../../components/createLiveAnswer';
import { isSameSegmentation } from './segmentDraft';

export interface SegmentsState {
  choices: Accessor<SegmentChoices | null>;
  /** What is on screen: the draft, else the saved one that is chosen; null where there is none. */
  current: Accessor<Segmentation | null>;
  /** The saved one that is on screen; null for one that was never saved. */
  saved: Accessor<Segmentation | null>;
  changed: Accessor<boolean>;
  view: Accessor<SegmentView | null>;
  stale: Accessor<boolean>;
  choose(id: string): void;
  /** Something new to look at; kept only when saved. */
  start(segmentation: Omit<Segmentation, 'id'>): void;
  edit(changed: Segmentation): void;
  divide(division: Division): void;
  reset(): void;
  save(): Promise<void>;
  remove(): Promise<void>;
}

/** The segments page over the host: a draft is divided live, nothing is stored before it is saved. */
export function createSegments(): SegmentsState {
  const app = useApp();
  const choices = createLiveAnswer(
    () => 'all',
    () => app.host.segmentChoices(),
  );
  const [chosen, setChosen] = createSignal<string | null>(app.route().params.segmentation ?? null);
  const [draft, setDraft] = createSignal<Segmentation | null>(null);
  const all = () => choices.value()?.saved ?? [];
  const saved = createMemo(() => {
    const own = draft();
    if (own && own.id === '') return null;
    return all().find(({ id }) => id === (own?.id ?? chosen())) ?? (own ? null : (all()[0] ?? null));
  });
  const current = createMemo(() => draft() ?? saved());
  const division = createMemo(() => current()?.division ?? null, null, {
    equals: (a, b) => JSON.stringify(a) === JSON.stringify(b),
  });
  const answer = createLiveAnswer(division, (asked) => app.host.segments(asked));
  const edit = (changed: Segmentation) => {
    const kept = saved();
    setDraft(kept && isSameSegmentation(changed, kept) ? null : changed);
  };
  return {
    choices: choices.value,
    current,
    saved,
    changed: () => draft() !== null,
    view: answer.value,
    stale: () => answer.stale(),
    choose(id) {
      setDraft(null);
      setChosen(id);
    },
    start: (segmentation) => setDraft({ ...segmentation, id: '' }),
    edit,
    divide(next) {
      const now = current();
      if (now) edit({ ...now, division: next });
    },
    reset: () => setDraft(null),
    async save() {
      const wanted = draft();
      if (!wanted) return;
      const known = new Set(all().map(({ id }) => id));
      const done = await app.run({ name: 'segments/set', segmentation: wanted });
      if (!done.ok) return;
      const after = await app.attempt(app.host.segmentChoices());
      const made = wanted.id || after?.saved.find(({ id }) => !known.has(id))?.id || null;
      if (made !== null) setChosen(made);
      setDraft(null);
    },
    async remove() {
      const kept = saved();
      if (!kept) return;
      const done = await app.run({ name: 'segments/remove', id: kept.id });
      if (!done.ok) return;
      setDraft(null);
      setChosen(null);
    },
  };
}
