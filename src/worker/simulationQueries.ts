import type { QueryOptions } from './queries';
import type { SimulationApi } from './simulationApi';

export function createSimulationQueries(_options: QueryOptions): SimulationApi {
  return {};
}
