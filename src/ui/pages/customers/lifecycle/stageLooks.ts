import { LIFECYCLE_STAGES, type LifecycleStage } from '~/domain/segmentation';
import type { ColourToken } from '../../../style/tokens';

/** Colour of each stage, in charts and marks: blue while it goes well, brown and grey where it does not. */
export const STAGE_COLOURS: Record<LifecycleStage, ColourToken> = {
  prospect: 'line2',
  new: 's6',
  growing: 's1',
  mature: 's3',
  declining: 's4',
  dormant: 's2',
  lost: 'edge',
};

/** From the bottom of a bar up: those that buy first, those that do not on top. Prospects have no place in it. */
export const BAR_STAGES = LIFECYCLE_STAGES.filter((stage) => stage !== 'prospect');
