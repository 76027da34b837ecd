import { Show } from 'solid-js';
import { createScenarios } from '../view/createScenarios';
import { ApprovalPart } from './ApprovalPart';
import { ComparePart } from './ComparePart';
import { IssuePart } from './IssuePart';
import { ScenarioTable } from './ScenarioTable';

/** Scenarios and target lines with their totals, any two beside each other, what was handed down and signed off. */
export function ScenariosPage() {
  const scenarios = createScenarios(() => true);
  return (
    <Show when={scenarios.known()}>
      <div class="plan-part">
        <ScenarioTable scenarios={scenarios} />
        <ComparePart scenarios={scenarios} />
        <div class="plan-part__columns">
          <IssuePart scenarios={scenarios} />
          <ApprovalPart />
        </div>
      </div>
    </Show>
  );
}
