import type { ICellRendererComp, ICellRendererParams } from 'ag-grid-community';
import type { GridContext } from './gridContext';
import type { RowStub } from './rowStub';
import { trendPath } from './trendPath';

const SVG = 'http://www.w3.org/2000/svg';
const BOX = { width: 88, height: 20 };

/** The year of a row as a line; the row's own numbers say the same in words. */
export class TrendCell implements ICellRendererComp<RowStub> {
  private readonly box = document.createElementNS(SVG, 'svg');
  private readonly line = document.createElementNS(SVG, 'path');
  private drawn = '';

  init(params: ICellRendererParams<RowStub, number, GridContext>): void {
    this.box.setAttribute('class', 'pg-trend-line');
    this.box.setAttribute('viewBox', `0 0 ${BOX.width} ${BOX.height}`);
    this.box.setAttribute('preserveAspectRatio', 'none');
    this.box.setAttribute('aria-hidden', 'true');
    this.box.append(this.line);
    this.show(params);
  }

  getGui(): HTMLElement {
    return this.box as unknown as HTMLElement;
  }

  refresh(params: ICellRendererParams<RowStub, number, GridContext>): boolean {
    this.show(params);
    return true;
  }

  private show({ data, context }: ICellRendererParams<RowStub, number, GridContext>): void {
    const values = data ? context.trendOf(data) : null;
    const path = values ? trendPath(values, BOX) : '';
    if (path === this.drawn) return;
    this.drawn = path;
    this.line.setAttribute('d', path);
  }
}
