import { createHash } from 'node:crypto';
import type { ChangeSet } from '~/domain/change';
import type { CommandName } from '~/domain/command';
import { dayOf } from '~/domain/period';
import type { ValueSegment } from '~/domain/segment';
import { columnByLine } from '~/engine/cube';
import { createRandom } from '~/engine/numeric';
import { canonicalBytes } from '~/plan/canonical';
import { copyDocument } from '~/plan/copyDocument';
import type { OpenPlan, PlanDocument } from '~/plan/document';
import { type Direction, replay } from '~/plan/replay';
import { runCommand } from '~/plan/run';
import { createSmallPlan } from '../../plan/support/smallPlan';
import { madeForecast } from './madeForecast';
import { madePack } from './madePack';
import { MORE_ORDERS } from './moreOrders';
import { randomCommand } from './randomCommand';

/** A small plan made once; every run works on a copy of its own. */
const START = createSmallPlan();

export interface RandomRun {
  done: CommandName[];
  refused: CommandName[];
  before: Uint8Array;
  after: Uint8Array;
  undone: Uint8Array;
  redone: Uint8Array;
}

/**
 * Gives commands to a copy of a small plan, takes all back and does all again, by stored values as the journal does. A
 * refused command must leave every byte as it was: that is looked at now and then.
 */
export function randomRun(seed: number, length: number): RandomRun {
  const random = createRandom(seed);
  const document = copyDocument(START.document);
  const segments = storedSegments(document);
  const shapes = new Map<number, OpenPlan>();
  const changes: ChangeSet[] = [];
  const done: CommandName[] = [];
  const refused: CommandName[] = [];
  const before = canonicalBytes(document);
  for (let i = 0; i < length; i += 1) {
    const command = randomCommand(document, random);
    const isWatched = i % 25 === 3;
    const stood = isWatched ? canonicalBytes(document) : null;
    const left = document.open;
    const context = {
      today: dayOf(2026, 7, 16),
      now: '2026-07-16T08:00:00.000Z',
      seq: START.steps.length + changes.length + 1,
      batchOf: () => MORE_ORDERS,
      packOf: madePack,
      forecastOf: () => madeForecast(document),
      digest: (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex'),
    };
    const applied = runCommand(document, command, context);
    if (!applied.ok) {
      refused.push(command.name);
      if (stood && !isEqual(stood, canonicalBytes(document)))
        throw new Error(`${command.name} was refused but left marks`);
      continue;
    }
    const { change, write } = applied.value;
    for (const segment of write?.segments ?? []) segments.set(segment.id, segment);
    park(shapes, change, left, document.open);
    changes.push(change);
    done.push(command.name);
  }
  const after = canonicalBytes(document);
  const turn = (change: ChangeSet, direction: Direction): void => {
    replay(document, change, { direction, segments });
    const shape = shapeOf(change);
    if (shape) document.open = shapes.get(direction === 'forward' ? shape.to : shape.from) ?? null;
  };
  for (const change of [...changes].reverse()) turn(change, 'back');
  const undone = canonicalBytes(document);
  for (const change of changes) turn(change, 'forward');
  return { done, refused, before, after, undone, redone: canonicalBytes(document) };
}

/** What is stored of a small plan that nothing was done to yet: one segment per column and period. */
function storedSegments({ open }: PlanDocument): Map<string, ValueSegment> {
  const segments = new Map<string, ValueSegment>();
  for (const [slot, [id]] of open?.ledger.manifests ?? []) {
    const bar = slot.lastIndexOf('|');
    const column = open?.columns.get(slot.slice(0, bar));
    if (!open || !column || typeof id !== 'string') continue;
    segments.set(id, { id, first: 0, ...columnByLine(open.lines, column, Number(slot.slice(bar + 1))) });
  }
  return segments;
}

const shapeOf = (change: ChangeSet) => {
  const delta = change.cells.find(({ kind }) => kind === 'generation');
  return delta?.kind === 'generation' ? delta : null;
};

/** Keeps the lines and values of both shapes, as storage does. */
function park(
  shapes: Map<number, OpenPlan>,
  change: ChangeSet,
  left: PlanDocument['open'],
  entered: PlanDocument['open'],
): void {
  const shape = shapeOf(change);
  if (!shape) return;
  if (left) shapes.set(shape.from, left);
  if (entered) shapes.set(shape.to, entered);
}

export const isEqual = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;
