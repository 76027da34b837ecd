import type { Command } from '~/domain/command';
import type { FactValue } from '~/domain/fact';
import { type Issue, issue } from '~/domain/issue';
import { type Day, isoDate } from '~/domain/period';
import type { PipelineStage } from '~/domain/pipeline';
import type { DealRow } from '~/domain/pipelineView';
import type { FieldType } from '~/domain/source';
import { entryText, readEntry } from '../../sources/facts/factEntry';

export const MEMBERS = ['customer', 'seller', 'product', 'region'] as const;
export type MemberField = (typeof MEMBERS)[number];
export type Put = Extract<Command, { name: 'pipeline/putDeals' }>['deals'][number];

/** A deal as it stands in its form: texts, and members by name with their code. */
export interface DealDraft {
  number: string;
  title: string;
  members: Record<MemberField, { text: string; code: number | null }>;
  stage: string;
  amount: string;
  created: string;
  expected: string;
  changedOn: string;
  reason: string;
}

export type DraftField = 'title' | 'stage' | 'amount' | 'created' | 'expected' | 'changedOn' | MemberField;
export type DraftErrors = Partial<Record<DraftField, Issue>>;

export interface DraftPlace {
  /** Null makes a new deal. */
  row: DealRow | null;
  stages: readonly PipelineStage[];
  minorUnit: number;
  locale: string;
}

/** The form of a deal, or of a new one in the first stage: created, and changed if it is, on the day the data ends. */
export function startDraft({ row, stages, minorUnit }: Omit<DraftPlace, 'locale'>, asOf: Day): DealDraft {
  const day = (value: number | null) => (value === null ? '' : isoDate(value));
  const blank = { text: '', code: null };
  return {
    number: row?.number ?? '',
    title: row?.title ?? '',
    members: { customer: blank, seller: blank, product: blank, region: blank },
    stage: row ? row.stage : (stages[0]?.id ?? ''),
    amount: entryText({ id: 'amount', type: 'amount' }, row?.amount ?? null, { minorUnit }),
    created: day(row ? row.created : asOf),
    expected: day(row?.expected ?? null),
    changedOn: isoDate(asOf),
    reason: row?.reason ?? '',
  };
}

export const hasMoved = (draft: DealDraft, row: DealRow | null): boolean => row === null || draft.stage !== row.stage;

/**
 * What a form says, as a change: only what was changed is named, so that all else stays as files say it. A deal that came to
 * another stage is written down with its day; one that is over gets its result and closing day, one that is taken up again
 * loses them. Errors by field where something is not understood.
 */
export function readDraft(draft: DealDraft, place: DraftPlace): { put: Put | null; errors: DraftErrors } {
  const { row, stages } = place;
  const errors: DraftErrors = {};
  const read = (field: 'amount' | 'created' | 'expected' | 'changedOn', type: FieldType): FactValue => {
    const answer = readEntry({ id: field, type }, draft[field], place);
    if (!answer.ok) errors[field] = answer.issues[0];
    return answer.ok ? answer.value : null;
  };
  const amount = read('amount', 'amount');
  const created = read('created', 'day');
  const expected = read('expected', 'day');
  const moved = hasMoved(draft, row);
  const changedOn = row !== null && moved ? read('changedOn', 'day') : created;
  const stage = stages.length === 0 ? firstStage(draft.stage) : stages.find(({ id }) => id === draft.stage);
  if (row === null && draft.title.trim() === '') errors.title = issue('import/missingValue');
  if (moved && !stage) errors.stage = issue('import/missingValue');
  if (moved && changedOn === null) errors[row ? 'changedOn' : 'created'] ??= issue('import/missingValue');
  for (const field of MEMBERS) {
    const { text, code } = draft.members[field];
    if (text.trim() !== '' && code === null) errors[field] = issue('member/unknown');
  }
  if (Object.keys(errors).length > 0) return { put: null, errors };
  const values: Record<string, FactValue> = {};
  const put = (field: string, value: FactValue, before: FactValue) => {
    if (row === null ? value !== null && value !== '' : value !== before) values[field] = value;
  };
  put('title', draft.title.trim(), row?.title ?? '');
  put('amount', amount, row?.amount ?? null);
  put('created', created, row?.created ?? null);
  put('expected', expected, row?.expected ?? null);
  if (row === null) {
    put('key', draft.number.trim(), '');
    for (const field of MEMBERS) put(field, draft.members[field].code, null);
  }
  if (moved && stage) {
    values.stage = stage.name;
    values.result = stage.kind;
    if (row !== null || stage.kind !== 'open') values.closed = stage.kind === 'open' ? null : changedOn;
  }
  const isLost = stage?.kind === 'lost';
  if (isLost || row?.reason) put('reason', isLost ? draft.reason.trim() || null : null, row?.reason || null);
  const step = moved && stage && typeof changedOn === 'number' ? { stage: stage.name, day: changedOn } : null;
  return { put: { key: row?.key ?? null, values, step }, errors };
}

/** Where no deal is yet nobody knows a stage: the first one is typed. */
const firstStage = (name: string): PipelineStage | undefined =>
  name.trim() === ''
    ? undefined
    : { id: '', name: name.trim(), aliases: [], kind: 'open', chance: null, staleDays: null };

/** The same change of several open deals: given up with a reason on a day, or put off. */
export const lostPut = (
  row: DealRow,
  { stage, day, reason }: { stage: PipelineStage; day: Day; reason: string },
): Put => ({
  key: row.key,
  values: { stage: stage.name, result: 'lost', closed: day, reason: reason.trim() || null },
  step: { stage: stage.name, day },
});

export const postponedPut = (row: DealRow, expected: Day): Put => ({ key: row.key, values: { expected }, step: null });
