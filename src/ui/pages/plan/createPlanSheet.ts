import { createContext, createEffect, createMemo, createSignal, on, onCleanup, untrack, useContext } from 'solid-js';
import type { CellRef } from '~/domain/cell';
import type { DimensionId } from '~/domain/dimension';
import { type Issue, issue } from '~/domain/issue';
import { WORKING_TARGET } from '~/domain/plan';
import type { RangeSummary } from '~/domain/range';
import { CELL_BLANK, CELL_UNKNOWN, ROW_OPEN } from '~/domain/sheet';
import type { ReadOnlyReason } from '~/domain/status';
import type { HoldLine } from '~/domain/view';
import { useApp } from '~/state/app';
import { numberEntry } from '~/state/numberEntry';
import { dimensionName } from '../../components/dimensionName';
import { useText } from '../../components/TextProvider';
import { useMoney } from '../../components/useMoney';
import { type ActiveCell, cellRefOf, lockedCell } from '../../grid/activeCell';
import { isFrozen, isTotalHeld } from '../../grid/cellState';
import { cellText } from '../../grid/cellText';
import { groupIds } from '../../grid/columnTree';
import { COMPANIONS } from '../../grid/companions';
import type { EditState } from '../../grid/editing';
import { withWidth } from '../../grid/gridLook';
import { fieldAddress, type GridView, sameView } from '../../grid/gridView';
import type { PlanGridHandle } from '../../grid/PlanGrid';
import { memberOfRow, type RowStub } from '../../grid/rowStub';
import type { SessionPorts } from '../../grid/sessionPorts';
import { createSheetSource } from '../../grid/sheetSource';
import { checkParams } from './checkParams';
import { createCellHint } from './createCellHint';
import { createGoTo } from './createGoTo';
import { holdPlace } from './holdPlace';
import { createLimits } from './limits/createLimits';
import { createNotes } from './notes/createNotes';
import { companionsShown, createPlanViewState, queryOf } from './planViewState';

const SPEAK_AFTER_MS = 150;

/** Dialogs that work on the active cell. */
export type PlanDialog = 'spread' | 'margins';

/** The cell whose minimum and maximum are open. */
export interface Limiting {
  cell: CellRef;
  label: string;
  columnId: string | null;
  amount: number | null;
}

/** One plan as a sheet: what is shown, the cell that is active, and what may be done with it. Parts of the page share it. */
export function createPlanSheet(planId: string) {
  const app = useApp();
  const { t, format, language, issueText } = useText();
  const money = useMoney();
  const source = createSheetSource(app.host);
  const plan = () => app.status().plan;
  const state = untrack(() =>
    createPlanViewState({
      id: `${app.status().workspace?.id}.${planId}`,
      dimensions: plan()?.dimensions ?? [],
      members: Object.fromEntries(app.status().dimensions.map(({ id, members }) => [id, members])),
    }),
  );
  const [active, setActive] = createSignal<ActiveCell | null>(null);
  const [editing, setEditing] = createSignal<EditState | null>(null);
  const [handle, setHandle] = createSignal<PlanGridHandle | null>(null);
  const [summary, setSummary] = createSignal<RangeSummary | null>(null);
  const [renamed, setRenamed] = createSignal<RowStub | null>(null);
  const [dialog, setDialog] = createSignal<PlanDialog | null>(null);
  const [finding, setFinding] = createSignal(false);
  const [noting, setNoting] = createSignal<ActiveCell | null>(null);
  /** The first numbers are there: what stands beside them is asked for after them. */
  const opened = createMemo(() => source.footer() !== null);
  const notes = createNotes(app, opened);
  const limits = createLimits(app, () => state.view().column, opened);
  const [limiting, setLimiting] = createSignal<Limiting | null>(null);
  let story = '';

  onCleanup(source.dispose);
  const open = () => {
    const view = untrack(state.view);
    return source.open({ ...queryOf(view), open: view.open });
  };
  onCleanup(
    app.registerSheet({
      window: source.window,
      apply: source.apply,
      reopen: () => void open(),
      query: source.query,
    }),
  );

  // Rows opened by hand are kept by the sheet itself; only another question opens a new one.
  createEffect(
    on(
      createMemo(() => JSON.stringify(queryOf(state.view()))),
      () => void open(),
    ),
  );
  // Changes that did not come through this sheet (another page, another tab) are fetched anew; its own have been
  // applied by the time the microtask runs.
  createEffect(
    on(
      () => app.status().revision,
      (revision) =>
        queueMicrotask(() => {
          if (revision > source.revision()) void open();
        }),
      { defer: true },
    ),
  );
  createEffect(() => {
    const footer = source.footer();
    const { column, filters } = untrack(state.view);
    // The size of the whole plan settles the unit: pieces, or a part of it, say nothing of that.
    const isWhole = column.measure === WORKING_TARGET.measure && filters.length === 0;
    if (footer && isWhole) app.setPlanTotal(footer.goal ?? footer.allocated);
  });

  const nameOf = (dimension: DimensionId): string => dimensionName(t, dimension, plan()?.titles);
  const rowsTitle = () => state.view().dimensions.map(nameOf).join(' › ');

  const hasNodeGoals = createMemo(() => source.footer()?.hasNodeGoals ?? false);
  const shown = () => companionsShown(state.view().shown, hasNodeGoals());

  const makeView = (): GridView => {
    // The dictionary is replaced as a whole: reading the language makes every word follow it.
    const spoken = language();
    const entry = numberEntry({ unit: money.unit(), minorUnit: plan()?.minorUnit ?? 2, language: spoken });
    return {
      t,
      format: format(),
      money: { minorUnit: plan()?.minorUnit ?? 2, unit: money.unit(), decimals: money.decimals() },
      unitName: money.label(),
      rowsTitle: rowsTitle(),
      fiscalYear: plan()?.fiscalYear ?? 0,
      closedPeriods: plan()?.closedPeriods ?? [],
      readOnly: app.status().readOnly !== null,
      readOnlyWhy: lookOnly(app.status().readOnly),
      shown: shown(),
      look: state.view().look,
      showAs: state.view().showAs,
      nameOf,
      issueText,
      ...entry,
    };
  };
  // A status comes with every edit; columns are made anew only where something about them really changed.
  const view = createMemo<GridView>(makeView, untrack(makeView), { equals: sameView });

  const grain = createMemo(() => state.view().grain);
  const openQuarters = createMemo(
    () => groupIds(source.rows()?.fields ?? []).filter((id) => !state.view().closedQuarters.includes(id)),
    undefined,
    { equals: (a, b) => a?.join() === b?.join() },
  );
  const onQuarter = (id: string, open: boolean) => {
    const others = state.view().closedQuarters.filter((other) => other !== id);
    state.change({ closedQuarters: open ? others : [...others, id] });
  };

  const onToggle = async (row: string, open: boolean) => {
    await source.toggle(row, open);
    state.change({ open: openRows() });
  };
  const openLevel = async (level: number) => {
    if (await source.openLevel(level)) state.change({ open: openRows() });
  };
  const amountIn = (row: string, columnId: string): number | null => {
    const now = source.cells.read(row, source.rows()?.fields.findIndex((field) => field.id === columnId) ?? -1);
    return now && !(now.flags & (CELL_BLANK | CELL_UNKNOWN)) ? now.value : null;
  };
  const limitAt = (chosen: ActiveCell) => {
    const cell = cellRefOf(chosen, state.view().column);
    if (cell)
      setLimiting({
        cell,
        label: chosen.row.label,
        columnId: chosen.columnId,
        amount: amountIn(chosen.row.id, chosen.columnId),
      });
  };
  const openRows = (): string[] => {
    const rows = source.rows();
    return rows?.ids.filter((_, at) => (rows.flags[at] & ROW_OPEN) !== 0) ?? [];
  };

  const fieldOf = (periods: string[]) => source.rows()?.fields.find((field) => field.periods.join() === periods.join());
  const periodsText = (periods: string[]): string => {
    const field = fieldOf(periods);
    return field ? fieldAddress(field, view()) : periods.map(format().period).join(' – ');
  };
  const showHold = async (line: Pick<HoldLine, 'path' | 'periods'>) => {
    const fields = source.rows()?.fields ?? [];
    const place = holdPlace(line, { view: state.view(), fields, open: openRows() });
    if (!place) return;
    state.change(place.view);
    await open();
    handle()?.show(place.row, place.column);
  };

  const show = (row: string, column: string): boolean => handle()?.show(row, column) ?? false;
  const { reveal, goTo, goToMember } = createGoTo({ app, source, state, open, openRows, show });

  const hint = createCellHint({ t, view, state, notes, limits, flagsOf: (cell) => read(cell)?.flags ?? 0 });
  const activeHint = () => {
    const cell = active();
    return cell ? hint(cell, { beside: 'story' }) : '';
  };

  const rename = async (to: string) => {
    const row = renamed();
    const member = row && memberOfRow(row);
    if (!member) return null;
    const done = await app.run({ name: 'members/rename', ...member, to }, { inPlace: true });
    return done.ok ? null : done.issues;
  };

  /** A plan that is only looked at says why, where that is known. */
  const refuse = (said: Issue) => {
    const told = (said.code === 'plan/readOnly' && view().readOnlyWhy) || said;
    app.toasts.say({ tone: 'warn', issues: [told] });
    app.announce(issueText(told));
  };

  const read = ({ row, columnId }: ActiveCell) => {
    source.numbers();
    return source.cells.read(row.id, source.rows()?.fields.findIndex((field) => field.id === columnId) ?? -1);
  };
  const flags = createMemo(() => {
    const cell = active();
    return cell && read(cell);
  });
  /** What a lock would lie on: for a name its whole row. */
  const target = createMemo(() => {
    const cell = active();
    return cell && lockedCell(cell, source.rows()?.fields ?? []);
  });
  const value = () => {
    const field = active()?.field;
    return field ? cellText(flags(), field, view()) : '';
  };

  const ports: SessionPorts = {
    source,
    view,
    get column() {
      return state.view().column;
    },
    run: app.run,
    preview: (command) => app.host.preview(command),
    undo: () => void app.undo(),
    redo: () => void app.redo(),
    refuse,
    tell(text) {
      app.toasts.say({ tone: 'note', text });
      app.announce(text);
    },
    summarise: (range) => app.host.rangeSummary(range),
    onSummary: setSummary,
    announce: app.announce,
    onActive: setActive,
    onExplain: () => app.announce(story),
    onRename: setRenamed,
    onGoal(row) {
      if (!shown().includes('goal')) {
        state.change({ shown: COMPANIONS.filter((one) => one === 'goal' || shown().includes(one)) });
      }
      handle()?.show(row.id, 'goal');
    },
    onToggle: (row, open) => void onToggle(row, open),
    onQuarter,
    onGrain: (next) => state.change({ grain: next }),
    onSpread: () => setDialog('spread'),
    onHistory: () => app.setParams({ side: 'history' }),
    onCheck: ({ row }) => app.go('challenge', checkParams(row.id)),
    onLevel: (level) => void openLevel(level),
    onFind: () => setFinding(true),
    onLimit: limitAt,
    onNote: (cell) => setNoting(lockedCell(cell, source.rows()?.fields ?? [])),
    onWidth: (columnId, width) => state.change({ look: withWidth(state.view().look, columnId, width) }),
    isOpen: (quarter) => openQuarters().includes(quarter),
  };

  // Said once the cell rests, so that holding an arrow key does not fill the queue of a screen reader.
  createEffect(
    on([() => active()?.row.id, () => active()?.columnId], () => {
      const cell = active();
      const timer = setTimeout(() => {
        if (cell && !editing()) app.announce([cell.row.label, value()].filter(Boolean).join(', '));
      }, SPEAK_AFTER_MS);
      onCleanup(() => clearTimeout(timer));
    }),
  );

  const held = () => {
    const cell = target();
    const bits = cell ? (read(cell)?.flags ?? 0) : 0;
    return isFrozen(bits) || isTotalHeld(bits);
  };
  const blocked = () => {
    if (view().readOnly) return issueText({ code: 'plan/readOnly' });
    return target()?.field?.editable ? null : issueText({ code: 'target/notEditable' });
  };
  return {
    state,
    source,
    view,
    shown,
    grain,
    openQuarters,
    opened,
    active,
    editing,
    /** Sums of the selection; null while it is one cell. */
    summary,
    setEditing,
    handle,
    setHandle,
    /** The cell whose lock, spread or note is meant: for a name its whole row. */
    target,
    value,
    held,
    blocked,
    /** Why nothing can be written at all, else null. */
    locked: () => (view().readOnly ? issueText({ code: 'plan/readOnly' }) : null),
    ports,
    nameOf,
    rowsTitle,
    periodsText,
    openRows,
    showHold,
    dialog,
    setDialog,
    /** What a cell holds now in minor units; null = blank, unknown or not on the sheet. */
    amountAt: (row: string, columnId: string) => amountIn(row, columnId),
    renamed,
    setRenamed,
    rename,
    /** The line above the grid, to be read out on request. */
    setStory(text: string) {
      story = text;
    },
    /** Goes to a cell; false where the sheet does not show it. */
    show,
    /** The same for a row under closed parents. */
    reveal,
    /** The same for a cell that another view of the plan may show. */
    goTo,
    goToMember,
    finding,
    setFinding,
    /** The cell whose note is open. */
    noting,
    setNoting,
    notes,
    limits,
    /** The cell whose minimum and maximum are open. */
    limiting,
    setLimiting,
    openLevel,
    /** What a cell has to say beside its number. */
    hint,
    activeHint,
  };
}

/** What is known of why a plan may only be looked at; the shell says the rest. */
function lookOnly(reason: ReadOnlyReason | null): Issue | null {
  if (reason === 'past') return issue('cell/past');
  return reason === 'approved' ? issue('cell/approved') : null;
}

export type PlanSheetModel = ReturnType<typeof createPlanSheet>;

const PlanSheetContext = createContext<PlanSheetModel>();

export const PlanSheetProvider = PlanSheetContext.Provider;

export function usePlanSheet(): PlanSheetModel {
  const sheet = useContext(PlanSheetContext);
  if (!sheet) throw new TypeError('usePlanSheet outside of a plan sheet');
  return sheet;
}
