/** To be filled by its owner. */
export type CapacityApi = Record<never, never>;
