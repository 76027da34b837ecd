/** What is doubtful in members and facts. */
export type QualityApi = Record<never, never>;
