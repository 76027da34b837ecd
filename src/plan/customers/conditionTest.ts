import { foldKey } from '~/domain/dimension';
import type { Condition } from '~/domain/segmentation';
import { membersOf } from '../document';
import { hierarchyOf, underNode } from '../members';
import { customerColumn } from './customerColumns';
import type { CustomerScene } from './customerScene';

/**
 * Whether a condition holds for a customer, by code. Blank is never at least, below, equal to or containing anything; it *is
 * not* whatever is named. Case, width and spaces of texts do not count. A member stands for all under it. A condition whose
 * value was not given yet holds for all.
 */
export function conditionTest(scene: CustomerScene, condition: Condition): (code: number) => boolean {
  const column = customerColumn(scene, condition.column);
  const { is, value } = condition;
  const isBlank = (code: number): boolean =>
    column.kind === 'number' ? Number.isNaN(column.values[code]) : column.codes[code] === 0;
  if (is === 'blank') return isBlank;
  if (is === 'notBlank') return (code) => !isBlank(code);
  if (value === null || value === '') return () => true;
  switch (column.kind) {
    case 'number':
      return numberTest(column.values, is, Number(value));
    case 'text':
      return textTest(column, is, foldKey(String(value)));
    case 'member':
      return memberTest(scene, { dimension: column.dimension, codes: column.codes, is, value });
  }
}

type Is = Condition['is'];

function numberTest(values: Float64Array, is: Is, value: number): (code: number) => boolean {
  if (is === 'is') return (code) => values[code] === value;
  if (is === 'isNot') return (code) => values[code] !== value;
  if (is === 'atLeast') return (code) => values[code] >= value;
  if (is === 'below') return (code) => values[code] < value;
  return (code) => String(values[code]).includes(String(value));
}

/** Each text is read once, however many customers have it. */
function textTest(
  { codes, texts }: { codes: Uint32Array; texts: string[] },
  is: Is,
  value: string,
): (code: number) => boolean {
  const holds = Uint8Array.from(texts, (text, at) => {
    const folded = foldKey(text);
    if (is === 'isNot') return folded !== value ? 1 : 0;
    if (at === 0) return 0;
    return (is === 'contains' ? folded.includes(value) : is === 'is' && folded === value) ? 1 : 0;
  });
  return (code) => holds[codes[code]] === 1;
}

function memberTest(
  { document }: CustomerScene,
  given: { dimension: string; codes: Uint32Array; is: Is; value: number | string },
): (code: number) => boolean {
  const { dimension, codes, is, value } = given;
  const { byCode, next } = membersOf(document, dimension);
  if (is === 'contains') {
    const folded = foldKey(String(value));
    const holds = Uint8Array.from({ length: next }, (_, code) => (byCode[code]?.key.includes(folded) ? 1 : 0));
    return (code) => codes[code] !== 0 && holds[codes[code]] === 1;
  }
  const node = Number(value);
  if (!(node > 0 && node < next)) return () => is === 'isNot';
  const under = underNode(hierarchyOf(document.records, null, dimension), node, next);
  if (is === 'isNot') return (code) => under[codes[code]] !== 1;
  return (code) => is === 'is' && under[codes[code]] === 1;
}
