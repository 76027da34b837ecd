import type { PurchaseHistory } from '~/engine/customers/index';

/** The CDNOW sample up to 1997-09-30 as it was published, where the runner found it beside the checkout; null where not. */
export async function cdnowPurchases(): Promise<PurchaseHistory | null> {
  const answer = await fetch('./cdnow-sample.csv');
  if (!answer.ok) return null;
  const dayOf = (text: string): number => Date.parse(text) / 86_400_000;
  const end = dayOf('1997-09-30');
  const bought = new Map<string, Set<number>>();
  for (const line of (await answer.text()).trim().split('\n').slice(1)) {
    const [customer, date] = line.split(',');
    const days = bought.get(customer) ?? new Set();
    bought.set(customer, days);
    if (dayOf(date) <= end) days.add(dayOf(date));
  }
  const seen = [...bought.values()].map((days) => [...days].sort((a, b) => a - b));
  return {
    frequency: seen.map((days) => days.length - 1),
    recency: seen.map((days) => (days[days.length - 1] - days[0]) / 7),
    age: seen.map((days) => (end - days[0]) / 7),
  };
}
