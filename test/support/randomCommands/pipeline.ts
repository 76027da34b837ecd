import type { PipelineStage } from '~/domain/pipeline';
import type { Generators, Scene } from './scene';

const stageOf = (scene: Scene, kind: PipelineStage['kind'], ordinal: number): PipelineStage => ({
  id: scene.chance(0.5) ? '' : `own${ordinal}`,
  name: `${scene.word()} ${ordinal}`,
  aliases: scene.chance(0.3) ? [` ${scene.word()} alias ${ordinal}`] : [],
  kind,
  chance: scene.chance(0.3) ? scene.int(12) / 10 : null,
  staleDays: scene.chance(0.3) ? scene.int(60) : null,
});

/** The stages of deals. */
export const pipeline: Generators = {
  'pipeline/setRule': (scene) => ({
    name: 'pipeline/setRule',
    rule: {
      stages: [
        ...Array.from({ length: scene.int(4) }, (_, i) => stageOf(scene, 'open', i)),
        stageOf(scene, 'won', 10),
        stageOf(scene, 'lost', 11),
      ],
      newDeals: scene.chance(0.5),
    },
  }),
  'pipeline/clearRule': () => ({ name: 'pipeline/clearRule' }),
};
