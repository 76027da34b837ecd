import { dayOf } from '~/domain/period';
import type { Generators } from './scene';

/** Customers change hands, with their targets or without. */
export const territories: Generators = {
  'territories/move': (scene) => ({
    name: 'territories/move',
    moves: Array.from({ length: 1 + scene.int(3) }, () => ({
      customer: scene.member('customer'),
      seller: scene.member('seller'),
    })),
    from: dayOf(2026, 1 + scene.int(12), 1 + scene.int(20)),
    targets: scene.chance(0.8) ? 'move' : 'stay',
  }),
};
