import { createMemo } from 'solid-js';
import { atOfRow } from '~/domain/sheet';
import { cellRefOf } from '../../../grid/activeCell';
import { fieldAddress } from '../../../grid/gridView';
import { usePlanSheet } from '../createPlanSheet';
import type { Scenarios } from '../view/createScenarios';
import { MarginsDialog } from './MarginsDialog';
import { type MarginDraft, marginRows } from './marginDraft';
import { SpreadDialog } from './SpreadDialog';

/** The dialogs that lay out amounts, for the cell that is active. */
export function SpreadDialogs(props: { scenarios: Scenarios }) {
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
  const margins = (): MarginDraft => {
    const rows = sheet.source.rows();
    const year = rows?.fields.find(({ kind }) => kind === 'year');
    if (!rows || !year) return { rows: [], periods: [] };
    const ids = marginRows(rows, sheet.active()?.row.id ?? 'all');
    const sum = (columnId: string): number => ids.reduce((all, id) => all + (sheet.amountAt(id, columnId) ?? 0), 0);
    const kind = sheet.grain() === 'month' ? 'month' : 'quarter';
    const line = (id: string, text: string, current: number) => ({
      id,
      label: text,
      current,
      text: sheet.view().plain(current),
    });
    return {
      rows: ids.map((id) => line(id, rows.labels[rows.ids.indexOf(id)], sheet.amountAt(id, year.id) ?? 0)),
      periods: rows.fields
        .filter((field) => field.kind === kind)
        .map((field) => ({
          ...line(field.id, fieldAddress(field, sheet.view()), sum(field.id)),
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
        open={sheet.dialog() === 'margins'}
        start={margins()}
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
