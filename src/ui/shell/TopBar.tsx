import { HistoryButtons } from './HistoryButtons';
import { JobIndicator } from './JobIndicator';
import { LookMenu } from './LookMenu';
import { PlanMenu } from './PlanMenu';
import { SaveSign } from './SaveSign';
import { ShareMenu } from './ShareMenu';
import { UnitMenu } from './UnitMenu';

/** Plan and unit at the left; state, history and what leaves the browser at the right. */
export function TopBar() {
  return (
    <header class="top-bar" data-region="top">
      <div class="top-bar__side">
        <PlanMenu />
        <UnitMenu />
      </div>
      <div class="top-bar__side top-bar__side--right">
        <JobIndicator />
        <SaveSign />
        <HistoryButtons />
        <LookMenu />
        <ShareMenu />
      </div>
    </header>
  );
}
