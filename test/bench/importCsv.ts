import Papa from 'papaparse';
import { sniff } from '~/exchange/csv/sniff';
import { guessMapping } from '~/exchange/mapping/guessMapping';
import { importOrders } from '~/exchange/mapping/importOrders';
import type { BenchRow } from './benchRow';

const CHUNK = 1024 * 1024;

/** Parsing and coding of a seeded order file of 80 MB against a loop that counts commas and newlines over the
 * same bytes, and against PapaParse with coding. */
export async function runImportBench(lines = 1_000_000, rounds = 7): Promise<BenchRow[]> {
  const chunks = orderFile(lines);
  const head = sniff(chunks[0].subarray(0, 256 * 1024), { partial: true });
  if (!head.ok) throw new Error(JSON.stringify(head.issues));
  const { mapping } = guessMapping(head.value.headers, head.value.sample);
  const read = async (): Promise<void> => {
    const result = await importOrders({ files: [{ name: 'orders.csv', chunks }], mapping, minorUnit: 2 });
    if (!result.ok) throw new Error(JSON.stringify(result.issues));
    if (result.value.report.kept !== lines) throw new Error(JSON.stringify(result.value.report));
  };
  countMarks(chunks);
  await read();
  const counting: number[] = [];
  const reading: number[] = [];
  for (let round = 0; round < rounds; round++) {
    counting.push((await timed(() => countTimes(chunks, COUNTS))) / COUNTS);
    reading.push(await timed(read));
  }
  const parsing: number[] = [];
  for (let round = 0; round < PEER_ROUNDS; round++) parsing.push(await timed(() => parseAndCode(chunks, lines)));
  // The least of each: another program on the machine only ever adds.
  const ms = Math.min(...reading);
  const marks = Math.min(...counting);
  const peer = Math.min(...parsing);
  const reference = `counting commas and newlines over the same ${Math.round(sizeOf(chunks) / 1e6)} MB: ${marks.toFixed(1)} ms`;
  return [
    { id: 'import-csv-1m', ms, reference, ratio: ms / marks, must: 8, aim: 4, higherIsBetter: false },
    {
      id: 'import-csv-papaparse',
      ms,
      reference: `PapaParse to arrays, columns coded by maps, the same file: ${peer.toFixed(0)} ms`,
      ratio: peer / ms,
      must: 3,
      aim: 5,
      higherIsBetter: true,
    },
  ];
}

/** Counting goes on as long as reading takes: what else the machine does then falls on both alike. */
const COUNTS = 6;
const PEER_ROUNDS = 3;
/** Columns of the file that the import codes or hashes, and those it reads as numbers: quantity and amount. */
const CODED = [0, 1, 2, 3, 4, 5, 6, 7, 8];
const FIGURES = [9, 10];

/** What one would write without us: PapaParse to arrays, then a map per column and amounts in cents. */
function parseAndCode(chunks: Uint8Array[], lines: number): void {
  const decoder = new TextDecoder();
  const text = chunks.map((chunk) => decoder.decode(chunk, { stream: true })).join('');
  const { data } = Papa.parse<string[]>(text, { delimiter: ',', skipEmptyLines: true });
  if (data.length !== lines + 1) throw new Error(`PapaParse read ${data.length} rows`);
  for (const column of CODED) {
    const codes = new Map<string, number>();
    const coded = new Uint32Array(lines);
    for (let i = 0; i < lines; i++) {
      const cell = data[i + 1][column];
      let code = codes.get(cell);
      if (code === undefined) {
        code = codes.size;
        codes.set(cell, code);
      }
      coded[i] = code;
    }
  }
  for (const column of FIGURES) {
    const units = new Float64Array(lines);
    for (let i = 0; i < lines; i++) units[i] = Math.round(Number(data[i + 1][column]) * 100);
  }
}

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const sizeOf = (chunks: Uint8Array[]): number => chunks.reduce((sum, chunk) => sum + chunk.length, 0);

function countTimes(chunks: Uint8Array[], times: number): void {
  let marks = 0;
  for (let i = 0; i < times; i++) marks += countMarks(chunks);
  if (marks === 0) throw new Error('nothing was counted');
}

export function countMarks(chunks: Uint8Array[]): number {
  let commas = 0;
  let lines = 0;
  for (const bytes of chunks) {
    for (let i = 0; i < bytes.length; i++) {
      const byte = bytes[i];
      if (byte === 0x2c) commas++;
      else if (byte === 0x0a) lines++;
    }
  }
  return commas + lines;
}

/** Chunks of a made-up order file in Chinese: 11 columns, 0.2 % quoted cells, 3,000 customers, 48 sellers, 600 products. */
export function orderFile(lines: number, seed = 20_250_101): Uint8Array[] {
  const random = randomOf(seed);
  const pick = (n: number): number => Math.floor(random() * n);
  const encoder = new TextEncoder();
  const chunks: Uint8Array[] = [];
  const regions = ['华东', '华北', '华南', '西南'];
  const surnames = ['王', '李', '张', '刘', '陈', '杨', '赵', '黄'];
  const modes = ['直销', '经销', '电商'];
  const settlements = ['现结', '月结30天', '预付'];
  let text = '订单号,行号,下单日期,客户名称,产品名称,业务员,区域,销售方式,结算方式,数量,金额\r\n';
  for (let i = 0; i < lines; i++) {
    const day = 1 + pick(28);
    const month = 1 + pick(12);
    const customer = pick(3000);
    const product = pick(600);
    const seller = pick(48);
    const price = 5 + pick(200_000) / 100;
    const quantity = 1 + pick(40);
    const name = `客户${1000 + customer}`;
    text += `SO${1_000_000 + (i >> 1)},${(i & 1) + 1},${2022 + pick(3)}-${month < 10 ? 0 : ''}${month}-${day < 10 ? 0 : ''}${day},`;
    text += `${pick(500) === 0 ? `"${name},""分部"""` : name},P${100 + product},${surnames[seller & 7]}${seller},`;
    text += `${regions[seller & 3]},${modes[pick(3)]},${settlements[pick(3)]},${quantity},${(price * quantity).toFixed(2)}\r\n`;
    if (text.length > CHUNK / 2 || i === lines - 1) {
      chunks.push(encoder.encode(text));
      text = '';
    }
  }
  return chunks;
}

function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
