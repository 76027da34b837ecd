import type { Plan } from '~/domain/plan';
import type { SheetField } from '~/domain/sheet';
import type { Sheet } from './sheet';

/** Where the numbers of each field of a sheet come from, as plain arrays: what filling a row reads. */
export interface FieldPlan {
  /** Periods the fields count in: the plan's, or with members across those that are shown together. */
  periods: string[];
  /** Their places among the plan's periods. */
  indexes: Uint32Array;
  /** Per field its periods, by place: first inside, end outside. */
  first: Uint32Array;
  end: Uint32Array;
  /** Place of the member across; NO_MEMBER for none. */
  member: Uint32Array;
  /** 1 where the field shows the sheet's own column. */
  own: Uint8Array;
  /** Periods of the first year, from the first one. */
  firstYear: number;
  closed: Uint8Array;
  closedOf: readonly string[];
  /** Per field the first one of the sheet's own over the same periods and member: its goals count. NO_FIELD for none. */
  ownOver: Uint32Array;
}

export const NO_MEMBER = 0xffff_ffff;
export const NO_FIELD = 0xffff_ffff;

const kept = new WeakMap<Sheet, FieldPlan>();

/** Made once per sheet; only which periods are closed is read again when that changes. */
export function fieldPlan(plan: Plan, sheet: Sheet): FieldPlan {
  let made = kept.get(sheet);
  if (!made) {
    made = layOut(plan, sheet);
    kept.set(sheet, made);
  }
  if (made.closedOf !== plan.closedPeriods) {
    made.closedOf = plan.closedPeriods;
    const closed = new Set(plan.closedPeriods);
    made.closed = Uint8Array.from(sheet.fields, ({ periods }) => (periods.every((id) => closed.has(id)) ? 1 : 0));
  }
  return made;
}

const OWN: ReadonlySet<SheetField['kind']> = new Set(['month', 'quarter', 'half', 'year', 'total', 'member']);

function layOut(plan: Plan, { fields, members }: Sheet): FieldPlan {
  const periods = members?.periods ?? plan.periods.map(({ id }) => id);
  const placeOf = new Map(periods.map((id, p) => [id, p]));
  const first = Uint32Array.from(fields, (field) => placeOf.get(field.periods[0]) ?? 0);
  const ownAt = new Map<string, number>();
  fields.forEach((field, f) => {
    if (OWN.has(field.kind) && !ownAt.has(spanKey(field))) ownAt.set(spanKey(field), f);
  });
  return {
    periods,
    indexes: Uint32Array.from(members?.indexes ?? plan.periods.map((_, p) => p)),
    first,
    end: Uint32Array.from(fields, (field, f) => first[f] + field.periods.length),
    member: Uint32Array.from(fields, ({ kind, at }) =>
      kind === 'member' && members && at
        ? members.members.findIndex(({ code }) => code === at[members.dimension])
        : NO_MEMBER,
    ),
    own: Uint8Array.from(fields, ({ kind }) => (OWN.has(kind) ? 1 : 0)),
    firstYear: fields.find(({ kind }) => kind === 'year')?.periods.length ?? periods.length,
    closed: new Uint8Array(fields.length),
    closedOf: NOTHING,
    ownOver: Uint32Array.from(fields, (field) => ownAt.get(spanKey(field)) ?? NO_FIELD),
  };
}

const spanKey = ({ periods, at }: SheetField): string => `${periods.join()}|${at ? JSON.stringify(at) : ''}`;

/** Until the closed periods of the plan are read. */
const NOTHING: readonly string[] = [];
