import type { Result } from '~/domain/result';
import type { SimulationView } from '~/domain/simulationView';

/** How the year may come out, drawn many times. */
export interface SimulationApi {
  /** Foretells and draws in the pool where orders, targets, risks or the rule changed; else answers at once. */
  simulation(job: string): Promise<Result<SimulationView>>;
}
