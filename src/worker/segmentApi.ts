import type { Result } from '~/domain/result';
import type { Division } from '~/domain/segmentation';
import type {
  LifecycleQuery,
  LifecycleView,
  SegmentChoices,
  SegmentView,
  StageChanges,
  StageChangesQuery,
  TieringLine,
} from '~/domain/segmentView';

/** Segments, tiers and stages of life. */
export interface SegmentApi {
  /** What customers can be divided by, and the divisions that were saved. */
  segmentChoices(): Promise<Result<SegmentChoices>>;
  /** What a division makes of the customers, also one that is being edited. */
  segments(division: Division): Promise<Result<SegmentView>>;
  lifecycle(query: LifecycleQuery): Promise<Result<LifecycleView>>;
  /** Who changed stage since the month before. */
  stageChanges(query: StageChangesQuery): Promise<Result<StageChanges>>;
  /** Tiers as they were put into force, newest first. */
  tierings(): Promise<Result<TieringLine[]>>;
}
