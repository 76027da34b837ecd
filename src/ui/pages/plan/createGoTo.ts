import type { At } from '~/domain/cell';
import type { DimensionId, MemberCode } from '~/domain/dimension';
import type { PeriodId } from '~/domain/period';
import { ALL_ROWS, atOfRow, rowPart } from '~/domain/sheet';
import type { App } from '~/state/app';
import { NAME_COLUMN } from '../../grid/gridContext';
import type { SheetSource } from '../../grid/sheetSource';
import { holdPlace } from './holdPlace';
import type { PlanViewState } from './planViewState';

/** A cell as people and commands speak of it; `name` is the last one on its path, by which its row is found. */
export interface Goal {
  at: At;
  periods: readonly PeriodId[];
  name: string;
}

/** Somebody or something of a dimension, by the name its rows carry. */
export interface Member {
  dimension: DimensionId;
  code: MemberCode;
  name: string;
}

export interface GoToOptions {
  app: App;
  source: SheetSource;
  state: PlanViewState;
  /** Asks for the sheet anew, as the view says now. */
  open(): Promise<void>;
  openRows(): string[];
  /** Goes to a row and column that are on the sheet. */
  show(row: string, column: string): boolean;
}

/** Ways to a cell that may not be in sight: rows open, and dimensions that lead elsewhere come first. */
export function createGoTo(options: GoToOptions) {
  const { app, source, state } = options;

  /** Opens what the row lies under and goes there; false where the sheet does not have it. */
  const reveal = async (row: string, column: string): Promise<boolean> => {
    const found = await source.reveal(row);
    if (!found) return false;
    state.change({ open: options.openRows() });
    return options.show(row, column) || options.show(row, NAME_COLUMN);
  };

  const rowAt = async (at: At, name: string): Promise<string | null> => {
    if (Object.keys(at).length === 0) return ALL_ROWS;
    const rows = source.rows();
    if (!rows) return null;
    const visible = rows.ids.find((id) => sameAt(atOfRow(id), at));
    if (visible !== undefined) return visible;
    const answer = await app.host.findRows(rows.sheet, name);
    return answer.ok ? (answer.value.hits.find(({ row }) => sameAt(atOfRow(row), at))?.row ?? null) : null;
  };

  /** The column of the periods; the detail becomes fine enough to show it. */
  const columnOf = (periods: readonly PeriodId[]): string => {
    const place = holdPlace(
      { path: {}, periods: [...periods] },
      { view: state.view(), fields: source.rows()?.fields ?? [], open: options.openRows() },
    );
    if (!place) return NAME_COLUMN;
    const { grain, closedQuarters } = place.view;
    if (grain || closedQuarters) state.change({ ...(grain && { grain }), ...(closedQuarters && { closedQuarters }) });
    return place.column;
  };

  /** Goes to a cell wherever it is; false where no view of this plan has it. */
  const goTo = async ({ at, periods, name }: Goal): Promise<boolean> => {
    let row = await rowAt(at, name);
    if (row === null) {
      const named = Object.keys(at);
      const { dimensions, hidden } = state.view();
      if (named.some((dimension) => !dimensions.includes(dimension) && !hidden.includes(dimension))) return false;
      state.change(leading(named, dimensions, hidden));
      await options.open();
      row = await rowAt(at, name);
    }
    return row !== null && reveal(row, columnOf(periods));
  };

  /** Goes to the first row that stands for a member, as the rows are ordered now; else to a view that begins with it. */
  const goToMember = async ({ dimension, code, name }: Member): Promise<boolean> => {
    const rows = source.rows();
    const part = rowPart(dimension, code);
    const answer = rows && (await app.host.findRows(rows.sheet, name));
    const hit = answer?.ok ? answer.value.hits.find(({ row }) => row === part || row.endsWith(`/${part}`)) : undefined;
    if (hit) return reveal(hit.row, NAME_COLUMN);
    return goTo({ at: { [dimension]: code }, periods: [], name });
  };

  return { reveal, goTo, goToMember };
}

/** The named dimensions first, the rest as it was. */
function leading(named: DimensionId[], dimensions: DimensionId[], hidden: DimensionId[]) {
  return {
    dimensions: [...named, ...dimensions.filter((dimension) => !named.includes(dimension))],
    hidden: hidden.filter((dimension) => !named.includes(dimension)),
    filters: [],
    open: null,
  };
}

const sameAt = (a: At, b: At): boolean => {
  const named = Object.keys(a);
  return named.length === Object.keys(b).length && named.every((dimension) => a[dimension] === b[dimension]);
};
