/** To be filled by its owner. */
export type SimulationApi = Record<never, never>;
