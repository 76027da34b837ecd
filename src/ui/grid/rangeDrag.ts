import type { GridPosition } from './moves';

/** Where a press landed: a cell, the gutter of a row, or the head of a column. */
export interface DragPlace {
  kind: 'cell' | 'row' | 'column';
  position: GridPosition;
}

export interface RangeDragPorts {
  placeOf(target: Element): DragPlace | null;
  /** The first press: what is selected now. `extends` with Shift. */
  begin(place: DragPlace, extend: boolean): void;
  /** The pointer went on to another place. */
  reach(place: DragPlace): void;
  end?(): void;
  /** The part of the page that scrolls the cells, and what of it shows body cells. */
  viewport(): { scroller: Element; body: DOMRect } | null;
}

/** Rows and columns pass by faster the further outside the pointer is. */
const SPEED = 0.35;
const FASTEST = 64;
/** The pointer is looked up this far inside the edge. */
const INSET = 3;

/** Follows a pressed pointer over cells, and scrolls where it leaves them. */
export function createRangeDrag(ports: RangeDragPorts) {
  let kind: DragPlace['kind'] | null = null;
  let pointer = { x: 0, y: 0 };
  let frame = 0;
  let last: GridPosition | null = null;
  /** A press on the pinned rows stays among them. */
  let vertical = true;

  const overshoot = (at: number, from: number, to: number): number => (at < from ? at - from : at > to ? at - to : 0);
  const step = (by: number): number => Math.sign(by) * Math.min(FASTEST, Math.ceil(Math.abs(by) * SPEED));

  const follow = () => {
    const seen = ports.viewport();
    if (!kind || !seen) return;
    const { scroller, body } = seen;
    const beyond = {
      x: kind === 'row' ? 0 : overshoot(pointer.x, body.left, body.right),
      y: kind === 'column' || !vertical ? 0 : overshoot(pointer.y, body.top, body.bottom),
    };
    const scrolls = beyond.x !== 0 || beyond.y !== 0;
    if (scrolls) scroller.scrollBy(step(beyond.x), step(beyond.y));
    const x = kind === 'row' ? pointer.x : inside(pointer.x, body.left, body.right);
    const y = kind === 'column' || !vertical ? pointer.y : inside(pointer.y, body.top, body.bottom);
    const target = document.elementFromPoint(x, y);
    const place = target && ports.placeOf(target);
    if (place && (place.position.row !== last?.row || place.position.column !== last.column)) {
      last = place.position;
      ports.reach({ ...place, kind });
    }
    frame = scrolls ? requestAnimationFrame(follow) : 0;
  };
  const onMove = (event: MouseEvent) => {
    if ((event.buttons & 1) === 0) {
      stop();
      return;
    }
    pointer = { x: event.clientX, y: event.clientY };
    frame ||= requestAnimationFrame(follow);
  };
  const stop = () => {
    if (!kind) return;
    cancelAnimationFrame(frame);
    [kind, frame, last] = [null, 0, null];
    window.removeEventListener('mousemove', onMove, true);
    window.removeEventListener('mouseup', stop, true);
    ports.end?.();
  };

  const listen = (event: MouseEvent, place: DragPlace) => {
    stop();
    kind = place.kind;
    last = place.position;
    pointer = { x: event.clientX, y: event.clientY };
    const body = ports.viewport()?.body;
    vertical = body !== undefined && overshoot(pointer.y, body.top, body.bottom) === 0;
    window.addEventListener('mousemove', onMove, true);
    window.addEventListener('mouseup', stop, true);
  };

  return {
    /** A press on a cell, gutter or head begins a selection; null elsewhere. */
    start(event: MouseEvent): DragPlace | null {
      const place = event.button === 0 && event.target instanceof Element ? ports.placeOf(event.target) : null;
      if (!place) return null;
      listen(event, place);
      ports.begin(place, event.shiftKey);
      return place;
    },
    /** A press on something else that is to be followed over the cells. */
    follow(event: MouseEvent): void {
      const place = event.target instanceof Element ? ports.placeOf(event.target) : null;
      if (place) listen(event, place);
    },
    stop,
  };
}

const inside = (at: number, from: number, to: number): number => Math.max(from + INSET, Math.min(to - INSET, at));
