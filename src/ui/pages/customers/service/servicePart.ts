import type { ServiceRules } from '~/domain/serviceView';

export const SERVICE_PARTS = ['visits', 'workload', 'costs', 'complaints', 'surveys', 'packages'] as const;
export type ServicePartId = (typeof SERVICE_PARTS)[number];

export interface ServicePartProps {
  rules: ServiceRules;
  /** Goes to another part. */
  onPart: (part: ServicePartId) => void;
}
