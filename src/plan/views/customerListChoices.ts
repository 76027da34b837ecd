import type { CustomerListChoices } from '~/domain/customerList';
import { customerCodes } from '../customers/customerCodes';
import { plainColumn } from '../customers/plainColumn';
import { memberName, membersOf } from '../document';
import type { ListScene } from './customerListScene';
import { classesIn, classNames } from './customerListSegment';

/** Texts of one attribute that are offered to choose from. */
const MOST_TEXTS = 200;
/** Attributes that stand in columns of their own, or only identify. */
const ELSEWHERE: ReadonlySet<string> = new Set(['seller', 'region', 'settlementMethod', 'salesMode']);

/** What the filters of the list can choose among: who has customers, classes, and facts that any customer has. */
export function customerListChoices(scene: ListScene): CustomerListChoices {
  const { document } = scene;
  const codes = customerCodes(document);
  const { byCode } = membersOf(document, 'customer');
  const known = new Set<string>();
  for (const code of codes) for (const name of Object.keys(byCode[code]?.attributes ?? {})) known.add(name);
  return {
    segmentations: [...document.records.segmentation.values()].map((segmentation) => {
      const { id, name } = segmentation;
      const found = classesIn(scene, segmentation);
      const names = classNames(found);
      return { id, name, classes: found.names.map((one, i) => ({ id: one.id, name: names[i] })) };
    }),
    sellers: ownersOf(scene, 'seller', codes),
    regions: ownersOf(scene, 'region', codes),
    attributes: [...known].filter((name) => !ELSEWHERE.has(name)).map((name) => attributeChoice(scene, name, codes)),
  };
}

function ownersOf(
  scene: ListScene,
  dimension: 'seller' | 'region',
  codes: Uint32Array,
): CustomerListChoices['sellers'] {
  const column = plainColumn(scene, { kind: 'member', dimension });
  if (column.kind !== 'member') return [];
  const present = new Set<number>();
  for (const code of codes) if (column.codes[code] !== 0) present.add(column.codes[code]);
  const order = new Intl.Collator('zh-CN', { numeric: true });
  return [...present]
    .map((code) => ({ code, name: memberName(scene.document, dimension, code) }))
    .sort((a, b) => order.compare(a.name, b.name) || a.code - b.code);
}

function attributeChoice(
  scene: ListScene,
  attribute: string,
  codes: Uint32Array,
): CustomerListChoices['attributes'][number] {
  const column = plainColumn(scene, { kind: 'attribute', attribute });
  if (column.kind !== 'text') return { attribute, kind: 'number', texts: [] };
  const counts = new Uint32Array(column.texts.length);
  for (const code of codes) counts[column.codes[code]] += 1;
  const texts = column.texts
    .map((text, at) => ({ text, count: counts[at], at }))
    .filter(({ text }) => text !== '')
    .sort((a, b) => b.count - a.count || a.at - b.at)
    .slice(0, MOST_TEXTS)
    .map(({ text }) => text);
  return { attribute, kind: 'text', texts };
}
