import { issue } from '~/domain/issue';
import { fail, ok } from '~/domain/result';
import { balanceAddresses, balanceView } from '~/plan/balance/balanceView';
import type { BalanceApi } from './balanceApi';
import { foretellNodes, sceneOf } from './challengeScenes';
import type { QueryOptions } from './queries';

/** A fixed total that is equally hard for all; nothing is changed by asking. */
export function createBalanceQueries({ session, jobs, pool, clock }: QueryOptions): BalanceApi {
  return {
    balance: async (query, job) => {
      const open = session();
      if (!open) return fail(issue('plan/notOpen'));
      return jobs.run({ id: job, kind: 'balance', cancellable: true }, async (control) => {
        const scene = sceneOf(open, query.line, clock().today);
        if (!scene.ok) return scene;
        if (!scene.value.open.lines.dimensions.includes(query.dimension)) return fail(issue('balance/notPlanned'));
        const ats = balanceAddresses(scene.value, query.dimension);
        const made = await foretellNodes(open, scene.value, { ats, pool, control });
        if (!made.ok) return made;
        const now = sceneOf(open, query.line, clock().today);
        return now.ok ? ok(balanceView(now.value, query)) : now;
      });
    },
  };
}
