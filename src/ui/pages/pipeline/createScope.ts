import { type Accessor, createMemo } from 'solid-js';
import type { PipelineQuery } from '~/domain/pipelineView';
import { useApp } from '~/state/app';
import { pipelineScope } from './pipelineScope';

/** Which deals the address asks for; the same ones are the same object. */
export function createScope(): Accessor<PipelineQuery> {
  const app = useApp();
  const key = createMemo(() => JSON.stringify(pipelineScope(app.route().params, app.status().asOf)));
  return createMemo(() => JSON.parse(key()) as PipelineQuery);
}
