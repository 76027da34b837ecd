import { issue } from '~/domain/issue';
import { fail, ok, type Result } from '~/domain/result';
import { createFactCache } from '~/plan/facts';
import { createViewCache } from '~/plan/views/viewCache';
import { createPastCopy, movePastCopy, type PastCopy } from './pastCopy';
import { loadFacts, refreshHistory, type Session } from './session';

/** Looking at how the plan stood: one copy that moves with every look, so that a scrub costs only the entries between. */
export interface PastState {
  /** Shows the plan as it stood after an entry, or comes back to now. Only the newest of several looks is carried out. */
  look(live: Session, seq: number | null): Promise<Result<null>>;
}

export function createPastState(): PastState {
  let copy: PastCopy | null = null;
  let owner: Session | null = null;
  let newest = 0;
  let last: Promise<unknown> = Promise.resolve();

  const moved = async (live: Session, seq: number): Promise<Result<null>> => {
    const step = live.steps[seq - 1];
    if (!step || seq < firstSeq(live)) return fail(issue('history/unknownEntry'));
    if (owner !== live || !copy || copy.plan !== live.document.open?.id) {
      copy = createPastCopy(live);
      owner = live;
    }
    if (!copy) return fail(issue('plan/notOpen'));
    const there = await movePastCopy(live, copy, seq);
    if (!there.ok) {
      copy = null;
      return there;
    }
    const session = sessionAt(live, copy);
    const facts = await loadFacts(session);
    if (!facts.ok) return facts;
    live.past = { session, seq, wallTime: step.wallTime };
    return ok(null);
  };

  const back = (live: Session): Result<null> => {
    live.past = null;
    copy = null;
    owner = null;
    return ok(null);
  };

  return {
    look(live, seq) {
      newest += 1;
      const mine = newest;
      const next = last.then(() => {
        if (mine !== newest) return fail(issue('worker/cancelled'));
        return seq === null || seq === live.steps.length ? back(live) : moved(live, seq);
      });
      last = next.catch(() => undefined);
      return next;
    },
  };
}

/** The entry that made the open plan: before it there is nothing to look at. */
function firstSeq({ document, steps }: Session): number {
  const id = document.open?.id;
  const made = steps.find(({ seq, command }) => command.name === 'plan/create' && madeId(seq) === id);
  return made?.seq ?? 1;
}

const madeId = (seq: number): string => `p${String(seq).padStart(6, '0')}`;

/** What queries read in place of the live session. Its revision is one that the live one has left behind long ago. */
function sessionAt(live: Session, copy: PastCopy): Session {
  const session: Session = {
    ...live,
    document: copy.document,
    steps: live.steps.slice(0, copy.seq),
    revision: copy.seq,
    readOnly: 'past',
    sheets: new Map(),
    facts: createFactCache(),
    views: createViewCache(),
    forecasts: new Map(),
    inputs: new Map(),
    past: null,
  };
  refreshHistory(session);
  return session;
}
