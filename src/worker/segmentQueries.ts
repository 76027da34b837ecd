import type { QueryOptions } from './queries';
import type { SegmentApi } from './segmentApi';

/** Segments, tiers and stages of life; nothing is changed by it. */
export function createSegmentQueries(_options: QueryOptions): SegmentApi {
  return {};
}
