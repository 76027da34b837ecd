import { CUSTOMER_FIGURES, type CustomerColumn } from '~/domain/segmentation';
import type { ColumnChoice, SegmentChoices } from '~/domain/segmentView';
import { customerCodes } from '../customers/customerCodes';
import { customerColumn } from '../customers/customerColumns';
import type { CustomerScene } from '../customers/customerScene';
import { memberName, membersOf, openedPlan } from '../document';

/** Values of a column that are offered to choose from. */
const MOST_VALUES = 200;
const MEMBERS = ['region', 'seller', 'salesMode', 'settlementMethod'] as const;

/** Every column customers can be told apart by, with what occurs in it, and the divisions that were saved. */
export function segmentChoices(scene: CustomerScene): SegmentChoices {
  const { document } = scene;
  const { byCode } = membersOf(document, 'customer');
  const codes = customerCodes(document);
  const attributes = new Set<string>();
  for (const code of codes) for (const name of Object.keys(byCode[code]?.attributes ?? {})) attributes.add(name);
  const columns: CustomerColumn[] = [
    ...CUSTOMER_FIGURES.map((figure): CustomerColumn => ({ kind: 'figure', figure })),
    { kind: 'class', of: 'tier' },
    { kind: 'class', of: 'stage' },
    { kind: 'class', of: 'abc' },
    ...MEMBERS.filter((dimension) => document.members.has(dimension)).map(
      (dimension): CustomerColumn => ({ kind: 'member', dimension }),
    ),
    ...[...attributes].sort().map((attribute): CustomerColumn => ({ kind: 'attribute', attribute })),
  ];
  const plan = openedPlan(document);
  return {
    columns: columns.map((column) => choiceOf(scene, column, codes)),
    saved: [...document.records.segmentation.values()],
    customerPlanned: plan ? plan.dimensions.includes('customer') : null,
  };
}

function choiceOf(scene: CustomerScene, column: CustomerColumn, codes: Uint32Array): ColumnChoice {
  const read = customerColumn(scene, column);
  if (read.kind === 'number') {
    let known = 0;
    for (const code of codes) known += Number.isNaN(read.values[code]) ? 0 : 1;
    return { column, kind: 'number', known, values: [] };
  }
  const counts = new Map<number, number>();
  for (const code of codes) counts.set(read.codes[code], (counts.get(read.codes[code]) ?? 0) + 1);
  counts.delete(0);
  const values = [...counts]
    .sort(([a, x], [b, y]) => y - x || a - b)
    .slice(0, MOST_VALUES)
    .map(([value, customers]) =>
      read.kind === 'member'
        ? { value, name: memberName(scene.document, read.dimension, value), customers }
        : { value: read.texts[value], name: read.texts[value], customers },
    );
  return { column, kind: read.kind, known: [...counts.values()].reduce((sum, n) => sum + n, 0), values };
}
