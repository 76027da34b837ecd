import type { MemberCode } from '~/domain/dimension';
import type { View } from '~/engine/cube/index';
import { NO_FACTOR } from '~/engine/simulation/index';

/** Which member of a level each leaf lies under. */
export interface LeafGroups {
  /** By leaf: index into `codes`, or NO_FACTOR. */
  of: Uint32Array;
  codes: MemberCode[];
}

export const noGroups = (leaves: number): LeafGroups => ({ of: new Uint32Array(leaves).fill(NO_FACTOR), codes: [] });

/** Leaves by the member they lie under on one level of the view (0 = its first); *unassigned* is nobody's. */
export function leafGroups(view: View, level: number): LeafGroups {
  const places = new Map<MemberCode, number>();
  const of = Uint32Array.from({ length: view.cells }, (_, cell) => {
    let node = view.firstLeaf + cell;
    while (view.depth[node] > level + 1) node = view.parent[node];
    const code = view.code[node];
    if (code === 0) return NO_FACTOR;
    const place = places.get(code) ?? places.size;
    places.set(code, place);
    return place;
  });
  return { of, codes: [...places.keys()] };
}

/** By group: the deepest node that holds all its leaves. */
export function homesOf(view: View, { of, codes }: LeafGroups): Uint32Array {
  const homes = new Uint32Array(codes.length).fill(NO_FACTOR);
  of.forEach((group, cell) => {
    if (group === NO_FACTOR) return;
    let a = view.firstLeaf + cell;
    let b = homes[group];
    if (b === NO_FACTOR) b = a;
    while (a !== b) {
      if (a > b) a = view.parent[a];
      else b = view.parent[b];
    }
    homes[group] = a;
  });
  return homes;
}
