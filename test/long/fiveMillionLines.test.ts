import { expect, it } from 'vitest';
import { sniff } from '~/exchange/csv/sniff';
import { guessMapping } from '~/exchange/mapping/guessMapping';
import { importOrders } from '~/exchange/mapping/importOrders';

const LINES = 5_000_000;
const PART = 20_000;
const encoder = new TextEncoder();

/** Order lines from a number on; line n is worth n % 9973 cents, so that the sum is known. */
function part(first: number): Uint8Array {
  let text = first === 0 ? '订单号,行号,日期,客户,产品,业务员,数量,金额\r\n' : '';
  for (let n = first; n < first + PART; n += 1) {
    const cents = n % 9973;
    const date = `2024-${String((n % 12) + 1).padStart(2, '0')}-${String((n % 28) + 1).padStart(2, '0')}`;
    text += `S${n >> 1},${n & 1},${date},客户${n % 3000},P${n % 600},张${n % 48},1,${(cents / 100).toFixed(2)}\r\n`;
  }
  return encoder.encode(text);
}

function* parts(): Generator<Uint8Array> {
  for (let first = 0; first < LINES; first += PART) yield part(first);
}

it('five million lines are read to the cent, in less than 240 bytes of columns a line', {
  timeout: 600_000,
}, async () => {
  const head = sniff(part(0).subarray(0, 64 * 1024), { partial: true });
  if (!head.ok) throw new Error(JSON.stringify(head.issues));
  const { mapping } = guessMapping(head.value.headers, head.value.sample);
  let peak = 0;
  const read = await importOrders({
    files: [{ name: 'orders.csv', chunks: parts() }],
    mapping,
    minorUnit: 2,
    onProgress: () => {
      peak = Math.max(peak, process.memoryUsage().arrayBuffers);
    },
  });
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  const { report, segments } = read.value;
  expect([report.rowsIn, report.kept, report.reported]).toEqual([LINES, LINES, 0]);
  let sum = 0;
  let expected = 0;
  for (const { amount } of segments) for (const cents of amount) sum += cents;
  for (let n = 0; n < LINES; n += 1) expected += n % 9973;
  expect(sum).toBe(expected);
  expect(peak / LINES).toBeLessThan(240);
});
