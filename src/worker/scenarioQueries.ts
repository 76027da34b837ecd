import { issue } from '~/domain/issue';
import { fail, type Result } from '~/domain/result';
import { approvedBytes } from '~/plan/approvedBytes';
import { approvalView } from '~/plan/views/approvalView';
import { compareColumns } from '~/plan/views/comparison';
import { cushionView } from '~/plan/views/cushionView';
import { growthView } from '~/plan/views/growthView';
import { noteLines } from '~/plan/views/noteLines';
import { roundsView } from '~/plan/views/roundsView';
import { savedViewList } from '~/plan/views/savedViewList';
import { scenarioView } from '~/plan/views/scenarioView';
import { digestOfBytes } from '~/storage/digest';
import type { PlanHostApi } from './protocol';
import type { QueryOptions } from './queries';
import { readProposals } from './readProposals';
import type { Session } from './session';

type Asked = Pick<
  PlanHostApi,
  'notes' | 'savedViews' | 'scenarios' | 'compare' | 'approvals' | 'rounds' | 'readProposals' | 'growth' | 'cushion'
>;

/** What scenarios, approval, rounds, growth sources and marks are asked about; nothing is changed by it. */
export function createScenarioQueries({ session, clock }: QueryOptions): Asked {
  const ask = async <T>(run: (open: Session) => Result<T>): Promise<Result<T>> => {
    const open = session();
    return open ? run(open) : fail(issue('plan/notOpen'));
  };
  // The digest of a large plan takes a moment; it is the same until something changes.
  const hashes = new WeakMap<Session['document'], { revision: number; plan: string | undefined; hash: string }>();
  const hashOf = ({ document, revision }: Session): string => {
    const known = hashes.get(document);
    if (known?.revision === revision && known.plan === document.open?.id) return known.hash;
    const hash = digestOfBytes(approvedBytes(document));
    hashes.set(document, { revision, plan: document.open?.id, hash });
    return hash;
  };

  return {
    notes: () => ask(({ document }) => noteLines(document)),
    savedViews: () => ask(({ document }) => savedViewList(document)),
    scenarios: () => ask(({ document }) => scenarioView(document)),
    compare: (query) => ask(({ document }) => compareColumns(document, query)),
    approvals: () => ask((open) => approvalView(open.document, () => hashOf(open))),
    rounds: (round) => ask(({ document }) => roundsView(document, { round, today: clock().today })),
    readProposals: async (source) => {
      const open = session();
      return open ? readProposals(open.document, source) : fail(issue('plan/notOpen'));
    },
    growth: (at) => ask(({ document }) => growthView(document, at)),
    cushion: () => ask(({ document }) => cushionView(document)),
  };
}
