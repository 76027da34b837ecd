import type { MemberCode } from './dimension';
import type { Day } from './period';
import type { CreditRule, PriceBand, RebateProgramme, TierPrice } from './price';
import type { SavedFilter } from './savedFilter';
import type { LifecycleRule, Segmentation } from './segmentation';
import type { ServicePackage, ServiceSettings } from './service';
import type { TerritoryMove } from './territoryView';

/** Rules about customers, and what is agreed with them. Sets with a known id replace, '' as id makes a new one. */
export type CustomerCommand =
  /** Puts the tiers of the saved rule into force from a day on. */
  | { name: 'customers/applyTiers'; on: Day; why: string }
  | { name: 'segments/set'; segmentation: Segmentation }
  | { name: 'segments/remove'; id: string }
  /**
   * Segments (`by` its id), tiers ('tier') or stages ('stage') as they stand on a day become a dimension of the plan's lines.
   * `names` are those of the classes in their order, *others* first; a blank one is the class's own.
   */
  | { name: 'segments/toDimension'; by: string; on: Day; title: string; names: string[] }
  | { name: 'lifecycle/setRule'; rule: Omit<LifecycleRule, 'id'> }
  | { name: 'service/setPackage'; package: ServicePackage }
  /** Several in one step, as the starting set is. */
  | { name: 'service/setPackages'; packages: ServicePackage[] }
  | { name: 'service/removePackage'; id: string }
  | { name: 'service/setSettings'; settings: Omit<ServiceSettings, 'id'> }
  | { name: 'credit/setRule'; rule: Omit<CreditRule, 'id'> }
  | { name: 'prices/setTierPrice'; price: TierPrice }
  | { name: 'prices/removeTierPrice'; id: string }
  | { name: 'prices/setBand'; band: PriceBand }
  | { name: 'prices/removeBand'; id: string }
  | { name: 'rebates/set'; programme: RebateProgramme }
  | { name: 'rebates/remove'; id: string }
  /** Customers change hands from a day on; `targets` says whether what is planned for them goes along. */
  | {
      name: 'territories/move';
      moves: TerritoryMove[];
      from: Day;
      targets: 'move' | 'stay';
    }
  /** Tiers of many customers by hand, or back to the rule. */
  | { name: 'customers/pinTiers'; customers: MemberCode[]; tier: 'A' | 'B' | 'C' | null; why: string }
  | { name: 'filters/save'; filter: SavedFilter }
  | { name: 'filters/remove'; id: string };
