import type { ICellRendererComp, ICellRendererParams } from 'ag-grid-community';
import type { CustomerGridContext, CustomerStub } from './customerGridView';
import { trendPath } from './trendPath';

type Params = ICellRendererParams<CustomerStub, unknown, CustomerGridContext>;

const SVG = 'http://www.w3.org/2000/svg';
const BOX = { width: 88, height: 20 };

/** Twelve months of a customer as a line; the column beside it says the sum. */
export class CustomerTrendCell implements ICellRendererComp<CustomerStub> {
  private readonly box = document.createElementNS(SVG, 'svg');
  private readonly line = document.createElementNS(SVG, 'path');
  private drawn = '';

  init(params: Params): void {
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

  refresh(params: Params): boolean {
    this.show(params);
    return true;
  }

  private show({ data, context }: Params): void {
    const values = data && data.row >= 0 ? context.trend(data.row) : null;
    const isFlat = values?.every((value) => value === 0) ?? true;
    const path = values && !isFlat ? trendPath(values, BOX) : '';
    if (path === this.drawn) return;
    this.drawn = path;
    this.line.setAttribute('d', path);
  }
}
