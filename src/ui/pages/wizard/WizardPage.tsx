import { Match, Switch } from 'solid-js';
import { useApp } from '~/state/app';
import { OrdersWizard } from './OrdersWizard';
import { TargetWizard } from './TargetWizard';
import './wizard.css';

/** A new plan: from the orders that are there, or from a target alone. */
export function WizardPage() {
  const app = useApp();
  const hasOrders = () => app.status().workspace !== null && app.status().asOf !== null;
  const fromTarget = () => app.route().params.from === 'target' || !hasOrders();
  return (
    <Switch>
      <Match when={fromTarget()}>
        <TargetWizard />
      </Match>
      <Match when={!fromTarget()}>
        <OrdersWizard />
      </Match>
    </Switch>
  );
}
