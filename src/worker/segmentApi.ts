/** Segments, tiers and stages of life. */
export type SegmentApi = Record<never, never>;
