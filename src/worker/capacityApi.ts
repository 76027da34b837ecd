import type { CapacityView } from '~/domain/capacityView';
import type { Result } from '~/domain/result';

/** What sellers can carry. */
export interface CapacityApi {
  capacity(): Promise<Result<CapacityView>>;
}
