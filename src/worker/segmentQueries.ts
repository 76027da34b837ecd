import { issue } from '~/domain/issue';
import { fail, ok, type Result } from '~/domain/result';
import { lifecycleView, stageChanges } from '~/plan/views/lifecycleView';
import { segmentChoices } from '~/plan/views/segmentChoices';
import { segmentView } from '~/plan/views/segmentView';
import { tieringLines } from '~/plan/views/tieringLines';
import type { QueryOptions } from './queries';
import type { SegmentApi } from './segmentApi';
import type { Session } from './session';

/** Segments, tiers and stages of life; nothing is changed by it. */
export function createSegmentQueries({ session, clock }: QueryOptions): SegmentApi {
  const ask = <T>(read: (open: Session) => T): Promise<Result<T>> => {
    const open = session();
    return Promise.resolve(open ? ok(read(open)) : fail(issue('plan/notOpen')));
  };
  const sceneOf = ({ document, views }: Session) => ({ document, cache: views, today: clock().today });
  return {
    segmentChoices: () => ask((open) => segmentChoices(sceneOf(open))),
    segments: (division) => ask((open) => segmentView(sceneOf(open), division)),
    lifecycle: (query) => ask(({ document, views }) => lifecycleView(document, views, query)),
    stageChanges: (query) => ask(({ document, views }) => stageChanges(document, views, query)),
    tierings: () => ask(({ document }) => tieringLines(document, clock().today)),
  };
}
