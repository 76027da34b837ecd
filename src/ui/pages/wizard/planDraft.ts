import { type Accessor, createEffect, createMemo, createSignal, on } from 'solid-js';
import type { PlanSettings } from '~/domain/command';
import type { Issue } from '~/domain/issue';
import type { Result } from '~/domain/result';
import type { PlanProposal } from '~/domain/view';
import type { App } from '~/state/app';
import type { Language } from '~/state/preferences';
import { type BaseRow, readPlanTarget, type TargetReading, yearOfBase } from './targetReading';

/** What a person settled of the plan to be; all else is proposed and follows the data. */
export type Wanted = Partial<Omit<PlanSettings, 'target' | 'names' | 'members' | 'currency'>>;

export interface PlanDraft {
  /** The newest proposal; the one before stays until the next is there. */
  proposal: Accessor<PlanProposal | null>;
  /** True while a newer proposal is worked out. */
  working: Accessor<boolean>;
  problems: Accessor<Issue[]>;
  wanted: Accessor<Wanted>;
  want(part: Wanted): void;
  settings(): PlanSettings | null;
  base(): BaseRow | null;
  text: Accessor<string>;
  setText(text: string): void;
  /** Null while nothing is typed. */
  reading: Accessor<Result<TargetReading> | null>;
}

const REST_MS = 120;

/** Asks for a proposal after every change and keeps what was typed, whatever comes back. */
export function createPlanDraft(app: App, language: () => Language): PlanDraft {
  const [wanted, setWanted] = createSignal<Wanted>({});
  const [proposal, setProposal] = createSignal<PlanProposal | null>(null);
  const [problems, setProblems] = createSignal<Issue[]>([]);
  const [working, setWorking] = createSignal(true);
  const [text, setText] = createSignal('');
  let newest = 0;

  const ask = async (settings: Wanted) => {
    newest += 1;
    const mine = newest;
    setWorking(true);
    if (proposal()) await new Promise((resolve) => setTimeout(resolve, REST_MS));
    if (mine !== newest) return;
    const answer = await app.host.proposePlan(settings).catch((error: unknown) => ({
      ok: false as const,
      issues: [{ code: 'worker/unknown' as const, params: { message: String(error) } }],
    }));
    if (mine !== newest) return;
    setWorking(false);
    setProblems(answer.ok ? [] : answer.issues);
    if (answer.ok) setProposal(answer.value);
  };
  createEffect(on(wanted, (settings) => void ask(settings)));

  const settings = () => {
    const now = proposal();
    return now ? { ...now.settings, ...wanted() } : null;
  };
  const base = () => proposal()?.bases.find((row) => row.kind === settings()?.base) ?? null;
  const reading = createMemo(() => {
    const minorUnit = app.status().workspace?.minorUnit ?? 2;
    if (text().trim() === '') return null;
    return readPlanTarget(text(), { base: yearOfBase(base()), minorUnit, language: language() });
  });
  return {
    proposal,
    working,
    problems,
    wanted,
    want: (part) => setWanted((before) => ({ ...before, ...part })),
    settings,
    base,
    text,
    setText,
    reading,
  };
}
