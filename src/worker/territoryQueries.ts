import { issue } from '~/domain/issue';
import { fail, ok, type Result } from '~/domain/result';
import { ownershipLines } from '~/plan/views/ownershipLines';
import { readPastedMoves } from '~/plan/views/readPastedMoves';
import { territoryBalance } from '~/plan/views/territoryBalance';
import { territoryList } from '~/plan/views/territoryList';
import { territoryProposal } from '~/plan/views/territoryProposal';
import { draftDay, ownersOfDraft, type TerritoryScene, territoryScene } from '~/plan/views/territoryScene';
import type { QueryOptions } from './queries';
import type { Session } from './session';
import type { TerritoryApi } from './territoryApi';
import { territoryEffect } from './territoryEffect';

/** Who looks after whom; nothing is changed by it. */
export function createTerritoryQueries({ session, clock }: QueryOptions): TerritoryApi {
  /** The scene of the last question: a draft that grows asks again and again for the same state. */
  let last: { open: Session; revision: number; today: number; scene: TerritoryScene } | null = null;
  const sceneOf = (open: Session): TerritoryScene => {
    const { today } = clock();
    if (last?.open !== open || last.revision !== open.revision || last.today !== today) {
      const scene = territoryScene(open.document, { today, cache: open.views });
      last = { open, revision: open.revision, today, scene };
    }
    return last.scene;
  };
  const ask = async <T>(answer: (scene: TerritoryScene) => T): Promise<Result<T>> => {
    const open = session();
    return open ? ok(answer(sceneOf(open))) : fail(issue('plan/notOpen'));
  };
  return {
    territories: (query) =>
      ask((scene) => {
        const effect = territoryEffect(scene.document, { ...query, from: draftDay(scene, query) }, clock());
        const known = effect.ok ? effect.value : null;
        return {
          balance: territoryBalance(scene, query, known),
          effect: known,
          refused: effect.ok ? [] : effect.issues,
        };
      }),
    territoryCustomers: (query) => ask((scene) => territoryList(scene, query)),
    readMoves: (text, draft) =>
      ask((scene) => readPastedMoves(scene, text, ownersOfDraft(scene, { ...draft, moves: [] }).before)),
    proposeMoves: (query) => ask((scene) => territoryProposal(scene, query)),
    ownerships: (most) => ask(({ document }) => ownershipLines(document, most)),
  };
}
