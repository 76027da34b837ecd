/** Service packages, visits, complaints and surveys. */
export type ServiceApi = Record<never, never>;
