import type { EventColumn } from './eventColumns';
import type { ShrunkFit } from './shrunkRegression';

/** A factor of e to the 1.5 either way is an accident, not an event. */
const STRONGEST = 1.5;

/** The coefficients that a regression found for event columns, with their doubt; those that are not there are 0. */
export class LearnedColumns {
  private readonly columns: readonly EventColumn[];
  private readonly fit: ShrunkFit | null;

  constructor(columns: readonly EventColumn[], fit: ShrunkFit | null) {
    this.columns = columns;
    this.fit = fit;
  }

  /** −1 where there is no such column. */
  indexOf(kind: EventColumn['kind'], key: string): number {
    return this.columns.findIndex((column) => column.kind === kind && column.key === key);
  }

  value(column: number): number {
    return this.fit && column >= 0 ? Math.min(STRONGEST, Math.max(-STRONGEST, this.fit.values[column])) : 0;
  }

  error(column: number): number {
    return Math.sqrt(this.variance((i) => (i === column ? 1 : 0)));
  }

  /** Of the sum of the coefficients, each times its weight. */
  variance(weight: (column: number) => number): number {
    if (!this.fit) return 0;
    const size = this.columns.length;
    let variance = 0;
    for (let i = 0; i < size; i++) {
      if (weight(i) === 0) continue;
      for (let j = 0; j < size; j++) variance += weight(i) * weight(j) * this.fit.covariance[i * size + j];
    }
    return Math.max(0, variance);
  }
}
