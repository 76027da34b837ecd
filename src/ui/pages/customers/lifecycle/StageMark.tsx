import type { LifecycleStage } from '~/domain/segmentation';
import { STAGE_COLOURS } from './stageLooks';

/** The colour of a stage beside its name. */
export function StageMark(props: { stage: LifecycleStage }) {
  return <span class="stage-mark" style={{ background: `var(--${STAGE_COLOURS[props.stage]})` }} aria-hidden="true" />;
}
