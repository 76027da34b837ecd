import { createEffect, createMemo, createSignal, on } from 'solid-js';
import { atOfRow, type SheetField } from '~/domain/sheet';
import { useApp } from '~/state/app';
import { cellRefOf } from '../../../grid/activeCell';
import { fieldAddress } from '../../../grid/gridView';
import { usePlanSheet } from '../createPlanSheet';
import type { Scenarios } from '../view/createScenarios';
import { MarginsDialog } from './MarginsDialog';
import { amountsOf, type MarginDraft, marginFields, marginRows } from './marginDraft';
import { SpreadDialog } from './SpreadDialog';

const NOTHING: MarginDraft = { rows: [], periods: [] };

/** Sum of what is spoken; null where all is blank. */
const sumSpoken = (amounts: readonly (number | null)[]): number | null =>
  amounts.reduce<number | null>((sum, amount) => (amount === null ? sum : (sum ?? 0) + amount), null);

/** The dialogs that lay out amounts, for the cell that is active. */
export function SpreadDialogs(props: { scenarios: Scenarios }) {
  const app = useApp();
  const sheet = usePlanSheet();
  const column = () => sheet.state.view().column;
  const close = () => sheet.setDialog(null);
  const closed = () => {
    sheet.handle()?.focus();
    return true;
  };
  const cell = createMemo(() => {
    const target = sheet.target();
    return target?.field?.editable ? target : null;
  });
  const ref = () => {
    const now = cell();
    return now ? cellRefOf(now, column(), sheet.state.view().filters) : null;
  };
  const label = () => {
    const now = cell();
    return now?.field ? [now.row.label, fieldAddress(now.field, sheet.view())].join(' · ') : '';
  };
  /** The next dimension the cell is not taken apart by yet. */
  const below = () => {
    const named = atOfRow(cell()?.row.id ?? 'all');
    const { dimensions, hidden } = sheet.state.view();
    return [...dimensions, ...hidden].find((dimension) => named[dimension] === undefined) ?? dimensions[0];
  };
  const [margins, setMargins] = createSignal<MarginDraft | null>(null);
  // The rows need not be in sight: what they hold is asked for, as a row that was not loaded is no blank.
  createEffect(
    on(
      () => sheet.dialog() === 'margins',
      async (asked) => {
        setMargins(null);
        if (!asked) return;
        const draft = await loadMargins();
        if (sheet.dialog() !== 'margins') return;
        if (draft) setMargins(draft);
        else {
          close();
          sheet.ports.refuse({ code: 'target/notEditable' });
        }
      },
    ),
  );
  const loadMargins = async (): Promise<MarginDraft | null> => {
    const rows = sheet.source.rows();
    const active = sheet.active();
    const kind = sheet.grain() === 'month' ? 'month' : 'quarter';
    const found = rows && marginFields(rows.fields, { active: active?.field?.periods ?? [], kind });
    if (!rows || !found) return null;
    const ids = marginRows(rows, active?.row.id ?? 'all');
    const places = ids.map((id) => rows.ids.indexOf(id));
    if (places.length === 0) return null;
    const [first, last] = [Math.min(...places), Math.max(...places)];
    const block = await app.attempt(app.host.sheetBlock({ sheet: rows.sheet, first, count: last - first + 1 }));
    if (!block) return null;
    const inField = (field: SheetField) => amountsOf(block, { rows: places, field: rows.fields.indexOf(field) });
    const line = (id: string, label: string, current: number | null) => ({
      id,
      label,
      current,
      text: current === null ? '' : sheet.view().plain(current),
    });
    const years = inField(found.year);
    return {
      rows: ids.map((id, at) => line(id, rows.labels[places[at]] || sheet.view().t('words.unassigned'), years[at])),
      periods: found.parts.map((field) => ({
        ...line(field.id, fieldAddress(field, sheet.view()), sumSpoken(inField(field))),
        periods: field.periods,
      })),
    };
  };
  return (
    <>
      <SpreadDialog
        open={sheet.dialog() === 'spread' && ref() !== null}
        cell={ref()}
        label={label()}
        current={sheet.amountAt(cell()?.row.id ?? '', cell()?.columnId ?? '')}
        dimension={below()}
        columns={props.scenarios.columns()}
        titles={props.scenarios.titles()}
        reading={sheet.view().reading}
        plain={sheet.view().plain}
        onClose={close}
        onClosed={closed}
      />
      <MarginsDialog
        open={sheet.dialog() === 'margins' && margins() !== null}
        start={margins() ?? NOTHING}
        column={column()}
        within={sheet.state.view().filters}
        reading={sheet.view().reading}
        plain={sheet.view().plain}
        onClose={close}
        onClosed={closed}
      />
    </>
  );
}
