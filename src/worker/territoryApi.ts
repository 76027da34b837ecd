import type { Result } from '~/domain/result';
import type {
  BalanceQuery,
  OwnershipLine,
  ProposalQuery,
  ReadMoves,
  TerritoryAnswer,
  TerritoryDraft,
  TerritoryListQuery,
  TerritoryListView,
  TerritoryProposal,
} from '~/domain/territoryView';

/** Who looks after whom. */
export interface TerritoryApi {
  territories(query: BalanceQuery): Promise<Result<TerritoryAnswer>>;
  territoryCustomers(query: TerritoryListQuery & { first: number; count: number }): Promise<Result<TerritoryListView>>;
  /** A list of customer and seller as it was pasted. */
  readMoves(text: string, draft: TerritoryDraft): Promise<Result<ReadMoves>>;
  proposeMoves(query: ProposalQuery): Promise<Result<TerritoryProposal>>;
  /** The newest changes of hands. */
  ownerships(most: number): Promise<Result<OwnershipLine[]>>;
}
