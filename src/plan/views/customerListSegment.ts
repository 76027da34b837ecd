import type { Segmentation } from '~/domain/segmentation';
import { type SegmentClasses, type SegmentName, segmentClasses } from '../customers/segmentClasses';
import { membersOf, type PlanDocument } from '../document';
import type { ListScene } from './customerListScene';
import type { ListValues } from './customerListValues';

/** The segmentation with an id, else the first there is; null without any. */
function shownSegmentation(document: PlanDocument, id: string | null): Segmentation | null {
  const all = document.records.segmentation;
  return (id !== null && all.get(id)) || all.values().next().value || null;
}

/** The class of each customer in a segmentation (`shownSegmentation`) as text; blank for who no class takes. */
export function listSegment(scene: ListScene, id: string | null): ListValues {
  const found = classesOf(scene, id);
  if (!found) {
    const codes = new Uint32Array(membersOf(scene.document, 'customer').next);
    return { kind: 'text', numbers: null, texts: { codes, texts: [''] }, total: null, gap: 'noSegmentation' };
  }
  const texts = { codes: Uint32Array.from(found.of), texts: ['', ...classNames(found)] };
  return { kind: 'text', numbers: null, texts, total: null, gap: null };
}

/** Whether a customer is in a class of a segmentation; '' = in none of its classes. A class that is not there any more takes nobody. */
export function segmentTest(
  scene: ListScene,
  { segmentation, segment }: { segmentation: string | null; segment: string },
): (code: number) => boolean {
  const found = classesOf(scene, segmentation);
  if (!found) return () => segment === '';
  const place = segment === '' ? 0 : found.names.findIndex(({ id }) => id === segment) + 1;
  return (code) => found.of[code] === place && (segment === '' || place > 0);
}

/** Names of the classes; what nobody named is told by its part of the whole: 1/4 is the lowest quarter. */
export function classNames({ names, axes }: Pick<SegmentClasses, 'names' | 'axes'>): string[] {
  if (!axes) return names.map(nameOf);
  return axes.rows.flatMap((row) => axes.columns.map((column) => `${nameOf(row)} · ${nameOf(column)}`));
}

const nameOf = ({ name, part }: SegmentName): string => name || (part ? `${part.no}/${part.of}` : '');

function classesOf(scene: ListScene, id: string | null): SegmentClasses | null {
  const segmentation = shownSegmentation(scene.document, id);
  return segmentation && classesIn(scene, segmentation);
}

/** The classes of a segmentation, found once per scene. */
export function classesIn(scene: ListScene, segmentation: Segmentation): SegmentClasses {
  const known = scene.classes.get(segmentation.id);
  if (known) return known;
  const made = segmentClasses(scene, segmentation.division);
  scene.classes.set(segmentation.id, made);
  return made;
}
