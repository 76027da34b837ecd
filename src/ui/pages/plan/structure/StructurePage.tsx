import { createResource, Show } from 'solid-js';
import { useApp } from '~/state/app';
import { DimensionPart } from './DimensionPart';
import { MeasurePart } from './MeasurePart';
import { MemberPart } from './MemberPart';
import { TimePart } from './TimePart';
import './structure.css';

/** What the plan is made of: dimensions, members and their trees, time, measures. Changing it never moves a total. */
export function StructurePage() {
  const app = useApp();
  const [found] = createResource(
    () => ({ plan: app.status().plan?.id, revision: app.status().revision }),
    () => app.attempt(app.host.shape()),
  );
  return (
    <div class="plan-part">
      <Show when={found.latest}>
        {(shape) => (
          <>
            <DimensionPart shape={shape()} />
            <MemberPart shape={shape()} />
            <div class="plan-part__columns">
              <TimePart shape={shape()} />
              <MeasurePart shape={shape()} />
            </div>
          </>
        )}
      </Show>
    </div>
  );
}
