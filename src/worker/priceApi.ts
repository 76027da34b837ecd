import type { CreditQuery, CreditView } from '~/domain/credit';
import type { MemberCode } from '~/domain/dimension';
import type {
  DealerView,
  JointView,
  LadderQuery,
  LadderView,
  PriceRules,
  RebateQuery,
  RebateView,
  ViolationQuery,
  ViolationView,
} from '~/domain/priceView';
import type { Result } from '~/domain/result';

/** Credit, prices, rebates and dealers. */
export interface PriceApi {
  /** Limits, what is open and late, and who can pay. */
  credit(query: CreditQuery): Promise<Result<CreditView>>;
  /** Everything agreed about prices and rebates. */
  priceRules(): Promise<Result<PriceRules>>;
  ladder(query: LadderQuery): Promise<Result<LadderView>>;
  violations(query: ViolationQuery): Promise<Result<ViolationView>>;
  rebates(query: RebateQuery): Promise<Result<RebateView>>;
  /** Promotions made with customers, and what they brought. */
  joint(): Promise<Result<JointView>>;
  /** One dealer on one page. */
  dealer(code: MemberCode): Promise<Result<DealerView>>;
}
