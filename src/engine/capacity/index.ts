export {
  type CapacityPath,
  type CapacityTerms,
  rampAt,
  type SellerLoad,
  sellerCapacity,
  sellersNeeded,
} from './sellerCapacity';
