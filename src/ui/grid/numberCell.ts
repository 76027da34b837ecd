import type { ICellRendererComp, ICellRendererParams } from 'ag-grid-community';
import { type CellDress, dressCell } from './cellDress';
import type { GridContext } from './gridContext';
import { ATTAINMENT_END, type CellMark } from './lookRule';
import type { RowStub } from './rowStub';

/** `dress` are the classes of the cell around it, where the column has some. */
type NumberParams = ICellRendererParams<RowStub, number, GridContext> & { dress?: CellDress };

/**
 * A number as plain elements. It is a component of its own so that a refresh leaves the other children of the cell
 * alone: the input that catches the input method lives there too.
 */
export class NumberCell implements ICellRendererComp<RowStub> {
  private readonly box = document.createElement('span');
  private readonly text = document.createElement('span');
  /** Written anew in place: another node of text would be laid out from nothing. */
  private readonly digits = document.createTextNode('');
  /** The look that is drawn now, as one text: most refreshes change nothing about it. */
  private drawn = '';

  init(params: NumberParams): void {
    this.box.className = 'pg-number';
    this.text.className = 'pg-digits';
    const lock = document.createElement('span');
    lock.className = 'pg-lock';
    this.text.append(this.digits);
    this.box.append(lock, this.text);
    this.show(params);
  }

  getGui(): HTMLElement {
    return this.box;
  }

  refresh(params: NumberParams): boolean {
    const before = this.digits.data;
    this.show(params);
    if (before !== '' && before !== this.digits.data && params.context.moved())
      params.context.fades.add(() => this.fade());
    return true;
  }

  private show({ data, colDef, context, dress, eGridCell }: NumberParams): void {
    const columnId = colDef?.colId ?? '';
    const text = data ? context.textOf(data, columnId) : '';
    if (this.digits.data !== text) this.digits.data = text;
    if (dress && data) dressCell(eGridCell, dress, data);
    this.draw(data ? context.markOf(data, columnId) : null);
  }

  private draw(mark: CellMark | null): void {
    const [name, share] = mark ? lookOf(mark) : ['', 0];
    const drawn = `${name} ${share}`;
    if (drawn === this.drawn || (name === '' && this.drawn === '')) return;
    this.drawn = name === '' ? '' : drawn;
    if (name === '') {
      delete this.box.dataset.mark;
      this.box.style.removeProperty('--pg-share');
      return;
    }
    this.box.dataset.mark = name;
    this.box.style.setProperty('--pg-share', String(share));
  }

  private fade(): void {
    const again = this.box.classList.contains('pg-moved');
    this.box.classList.toggle('pg-moved', !again);
    this.box.classList.toggle('pg-moved--again', again);
  }
}

/** Name of the look in the style sheet, and how much of it, from 0 to 1. */
function lookOf(mark: CellMark): [name: string, share: number] {
  if (mark.kind === 'bar') return ['bar', rounded(mark.part)];
  if (mark.kind === 'attainment') return [mark.reached ? 'reached' : 'short', rounded(mark.part / ATTAINMENT_END)];
  const strong = mark.strength >= 0.5 ? '-strong' : '';
  return [`${mark.side}${strong}`, rounded(mark.strength)];
}

const rounded = (share: number): number => Math.round(share * 100) / 100;
