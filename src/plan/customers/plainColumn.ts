import type { CustomerColumn } from '~/domain/segmentation';
import { membersOf } from '../document';
import { customerCodes } from './customerCodes';
import { customerOwners } from './customerOwners';
import type { CustomerScene } from './customerScene';
import { orderColumn } from './orderColumns';

/** One column over customer codes. Codes of what is no customer have no meaning. */
export type CustomerValues =
  /** NaN = blank; money in minor units. */
  | { kind: 'number'; values: Float64Array }
  /** Index into `texts`; 0 is '' and stands for blank. */
  | { kind: 'text'; codes: Uint32Array; texts: string[] }
  /** Code of a member of the dimension, 0 = nobody. */
  | { kind: 'member'; dimension: string; codes: Uint32Array };

/** Every column but the score and the classes, which themselves are made of these: blank here. */
export function plainColumn({ document, cache, today }: CustomerScene, column: CustomerColumn): CustomerValues {
  switch (column.kind) {
    case 'figure': {
      if (column.figure !== 'score') return { kind: 'number', values: orderColumn(document, cache, column.figure) };
      const blank = new Float64Array(membersOf(document, 'customer').next).fill(Number.NaN);
      return { kind: 'number', values: blank };
    }
    case 'member':
      return {
        kind: 'member',
        dimension: column.dimension,
        codes: customerOwners(document, column.dimension, today),
      };
    case 'class':
      return { kind: 'text', codes: new Uint32Array(membersOf(document, 'customer').next), texts: [''] };
    case 'attribute':
      return attributeColumn({ document, cache, today }, column.attribute);
  }
}

const kept = new WeakMap<CustomerScene['cache'], { version: number; columns: Map<string, CustomerValues> }>();

/** An attribute is a number where every customer that has it has a number, else text. */
function attributeColumn({ document, cache }: CustomerScene, attribute: string): CustomerValues {
  const known = kept.get(cache);
  const fresh =
    known?.version === document.factsVersion ? known : { version: document.factsVersion, columns: new Map() };
  if (fresh !== known) kept.set(cache, fresh);
  const made = fresh.columns.get(attribute);
  if (made) return made;
  const { byCode, next } = membersOf(document, 'customer');
  const codes = customerCodes(document);
  const said = (code: number): string | number => byCode[code]?.attributes[attribute] ?? '';
  const isNumber = codes.every((code) => said(code) === '' || typeof said(code) === 'number');
  const column: CustomerValues = isNumber
    ? { kind: 'number', values: new Float64Array(next).fill(Number.NaN) }
    : { kind: 'text', codes: new Uint32Array(next), texts: [''] };
  const places = new Map<string, number>([['', 0]]);
  for (const code of codes) {
    const value = said(code);
    if (column.kind === 'number') {
      if (value !== '') column.values[code] = Number(value);
    } else if (column.kind === 'text') {
      const text = String(value);
      const place = places.get(text) ?? places.size;
      if (place === places.size) {
        places.set(text, place);
        column.texts.push(text);
      }
      column.codes[code] = place;
    }
  }
  fresh.columns.set(attribute, column);
  return column;
}
