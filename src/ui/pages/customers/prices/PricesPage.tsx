/** Prices, rebates, joint marketing and dealers. */
export function PricesPage() {
  return <div aria-busy="true" />;
}
