import type { FunnelStage, FunnelView } from '~/domain/pipelineView';
import type { Translate } from '~/i18n/translate';

/** Fewer decided deals than this say nothing about a stage. */
const LEAST_DECIDED = 5;
/** Stages closer together than this are about alike. */
const ALIKE = 0.05;

/** The stage fewest deals get through, of those with enough of them; null where none has. */
export function narrowest(
  stages: readonly FunnelStage[],
): { stage: FunnelStage; share: number; alike: boolean } | null {
  const known = stages.flatMap((stage) =>
    stage.conversion === null || stage.passed + stage.lost < LEAST_DECIDED ? [] : [{ stage, share: stage.conversion }],
  );
  if (known.length === 0) return null;
  const sorted = [...known].sort((a, b) => a.share - b.share);
  const spread = sorted[sorted.length - 1].share - sorted[0].share;
  return { ...sorted[0], alike: sorted.length > 1 && spread < ALIKE };
}

/** What the funnel says in one sentence: where deals stop, or how many there are. */
export function funnelFinding(
  view: Pick<FunnelView, 'stages' | 'open' | 'won' | 'lost' | 'winRate'>,
  { t, money, percent }: { t: Translate; money(amount: number): string; percent(share: number): string },
): string {
  const found = narrowest(view.stages);
  if (!found) {
    const { count } = view.winRate;
    if (count !== null && view.won.count + view.lost.count >= LEAST_DECIDED && view.open.count > 0) {
      return t('pipeline.funnel.rateOnly', { share: percent(count), won: view.won.count, lost: view.lost.count });
    }
    if (view.open.count === 0) {
      return t('pipeline.funnel.nothing', { won: view.won.count, lost: view.lost.count });
    }
    return t('pipeline.funnel.undecided', { n: view.open.count, amount: money(view.open.amount) });
  }
  const { name } = found.stage.stage;
  if (found.alike) return t('pipeline.funnel.even', { stage: name, share: percent(found.share) });
  // Ten deals can be pictured; where of ten none gets through, a hundred can.
  const of = Math.round(found.share * 10) === 0 && found.share > 0 ? 100 : 10;
  return t('pipeline.funnel.narrow', { stage: name, of, n: Math.round(found.share * of) });
}
