import { issue } from '~/domain/issue';
import { fail } from '~/domain/result';
import type { PackApi } from './protocol';
import type { QueryOptions } from './queries';
import { template } from './templates';

/** Files on their way in, and what stands in the workspace of each kind. */
export function createPackQueries(_options: QueryOptions): PackApi {
  const refused = async () => fail(issue('import/nothingKept'));
  return {
    openPack: refused,
    readTable: refused,
    proposeFields: refused,
    proposeOrders: refused,
    tableRows: refused,
    previewPack: refused,
    rejectedRows: refused,
    template,
    sourceStates: refused,
  };
}
