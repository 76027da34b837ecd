/** From the plainest to the one that learns most from the past. */
export const RECONCILE_METHODS = ['bottomUp', 'topDown', 'ols', 'wlsStructural', 'wlsVariance', 'mintShrink'] as const;
export type ReconcileMethod = (typeof RECONCILE_METHODS)[number];
