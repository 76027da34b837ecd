import { Show } from 'solid-js';
import { useApp } from '~/state/app';
import { PlanSheet } from './PlanSheet';
import './plan.css';

/** The plan as a sheet. Another plan is another sheet: its view and its numbers start anew. */
export function PlanPage() {
  const app = useApp();
  const planId = () => app.status().plan?.id;
  return (
    <Show when={planId()} keyed>
      {(id) => <PlanSheet planId={id} />}
    </Show>
  );
}
