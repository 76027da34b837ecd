import { issue } from '~/domain/issue';
import { fail } from '~/domain/result';
import type { PlanHostApi } from './protocol';
import type { QueryOptions } from './queries';
import { introduced } from './who';

type Asked = Pick<PlanHostApi, 'explain' | 'history' | 'openPast' | 'introduce'>;

export function createHistoryQueries({ who }: QueryOptions): Asked {
  return {
    explain: async () => fail(issue('plan/notOpen')),
    history: async () => fail(issue('plan/notOpen')),
    openPast: async () => fail(issue('plan/notOpen')),
    introduce: async (name) => {
      who.name = introduced(name);
      return null;
    },
  };
}
