import type { Issue } from '~/domain/issue';
import type { Result } from '~/domain/result';
import type {
  BalanceQuery,
  BalanceView,
  OwnershipLine,
  ProposalQuery,
  ReadMoves,
  TerritoryDraft,
  TerritoryEffect,
  TerritoryListQuery,
  TerritoryListView,
  TerritoryProposal,
} from '~/domain/territoryView';

/** How things stand and would stand, what the plan would lose and gain, or why it cannot be. */
export interface TerritoryAnswer {
  balance: BalanceView;
  effect: TerritoryEffect | null;
  refused: Issue[];
}

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
