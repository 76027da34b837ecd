import type { ICellEditorComp, ICellEditorParams } from 'ag-grid-community';
import { entryUnit, plainEntry } from './cellEntry';
import type { GridContext } from './gridContext';
import type { RowStub } from './rowStub';

/** The text field in a cell. It takes its start text from the sheet, so that a composed word arrives whole. */
export class TargetEditor implements ICellEditorComp<RowStub, string | number> {
  private readonly box = document.createElement('span');
  private readonly input = document.createElement('input');
  private start = '';
  private context: GridContext | null = null;

  init(params: ICellEditorParams<RowStub, string | number, GridContext>): void {
    const { context, data, colDef } = params;
    const columnId = colDef.colId ?? '';
    const field = context.field(columnId);
    this.start = field ? plainEntry(context.number(data, columnId), field, context.view()) : '';
    this.context = context;
    this.input.value = context.opened(data, columnId, this.start) ?? this.start;
    this.input.className = 'pg-editor-input';
    this.input.type = 'text';
    this.input.inputMode = 'text';
    this.input.autocomplete = 'off';
    this.input.spellcheck = false;
    this.input.setAttribute('aria-label', context.labelOf(data, columnId));
    this.input.setAttribute('aria-describedby', 'pg-chip');
    this.input.addEventListener('input', () => context.typed(this.input.value));
    this.box.className = field?.kind === 'year' ? 'pg-editor pg-editor-right' : 'pg-editor';
    const unit = document.createElement('span');
    unit.className = 'pg-editor-unit';
    unit.textContent = field ? entryUnit(field, context.view()) : '';
    this.box.append(unit, this.input);
  }

  getGui(): HTMLElement {
    return this.box;
  }

  afterGuiAttached(): void {
    this.input.focus({ preventScroll: true });
    this.input.setSelectionRange(this.input.value.length, this.input.value.length);
  }

  getValue(): string {
    return this.input.value;
  }

  isCancelAfterEnd(): boolean {
    return this.input.value === this.start;
  }

  destroy(): void {
    this.context?.closed();
  }
}
