import { LIFECYCLE_STAGES } from '~/domain/segmentation';
import type { ServicePackage } from '~/domain/service';
import type { Generators, Scene } from './scene';

const packageOf = (scene: Scene, id: string): ServicePackage => ({
  id,
  name: scene.word(),
  tier: scene.pick(['A', 'B', 'C', null] as const),
  stage: scene.pick([...LIFECYCLE_STAGES, null]),
  cadenceDays: scene.int(90),
  responseHours: scene.int(48),
  closeDays: scene.int(30),
  hoursPerVisit: scene.int(5),
  costPerYear: scene.int(100_000),
});

const known = (scene: Scene): string | null => scene.some(scene.document.records.servicePackage.keys());

/** What customers are agreed to get. */
export const service: Generators = {
  'service/setPackage': (scene) => ({
    name: 'service/setPackage',
    package: packageOf(scene, scene.chance(0.5) ? '' : (known(scene) ?? '')),
  }),
  'service/setPackages': (scene) => ({
    name: 'service/setPackages',
    packages: [packageOf(scene, ''), packageOf(scene, scene.chance(0.3) ? (known(scene) ?? '') : '')],
  }),
  'service/removePackage': (scene) => {
    const id = known(scene);
    return id === null ? null : { name: 'service/removePackage', id };
  },
  'service/setSettings': (scene) => ({
    name: 'service/setSettings',
    settings: { hoursPerMonth: scene.int(170) - 5, hourCost: scene.int(10_000), complaintCost: scene.int(10_000) },
  }),
};
