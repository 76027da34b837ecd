/** The reference of all kernel figures: three plain passes, inexact, without holds and without undo. */
export function naiveSpread(
  value: Float64Array[],
  out: Float64Array[],
  { total, cellStart, cells }: { total: number; cellStart: Uint32Array; cells: Float64Array[] },
): void {
  let sum = 0;
  for (const from of value) sum += sumOf(from);
  for (let p = 0; p < value.length; p++) scaleInto(value[p], out[p], total, sum);
  for (let p = 0; p < value.length; p++) sumCells(out[p], cellStart, cells[p]);
}

function sumOf(value: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < value.length; i++) sum += value[i];
  return sum;
}

function scaleInto(value: Float64Array, out: Float64Array, total: number, sum: number): void {
  for (let i = 0; i < value.length; i++) out[i] = Math.floor((value[i] * total) / sum);
}

function sumCells(value: Float64Array, cellStart: Uint32Array, cells: Float64Array): void {
  for (let cell = 0; cell < cells.length; cell++) {
    let sum = 0;
    for (let i = cellStart[cell]; i < cellStart[cell + 1]; i++) sum += value[i];
    cells[cell] = sum;
  }
}
