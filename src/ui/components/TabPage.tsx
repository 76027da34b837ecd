import { type Component, lazy, Show } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import { useApp } from '~/state/app';
import { Tabs } from './Tabs';
import './tabPage.css';

/** A tab's content as a chunk of its own, loaded when somebody goes there. */
export const tabPart = (load: () => Promise<Component>): Component => lazy(async () => ({ default: await load() }));

/**
 * A page of several tabs: `?tab=` says which, the first where it says none. `forget` are params that belong to one tab,
 * `instead` is shown in place of its content, such as one row of its list in full.
 */
export function TabPage<T extends string>(props: {
  label: string;
  tabs: readonly { id: T; label: string; part: Component }[];
  forget?: readonly string[];
  instead?: Component | null;
}) {
  const app = useApp();
  const shown = () => props.tabs.find(({ id }) => id === app.route().params.tab) ?? props.tabs[0];
  const choose = (tab: T) =>
    app.setParams({
      ...Object.fromEntries((props.forget ?? []).map((param) => [param, null])),
      tab: tab === props.tabs[0].id ? null : tab,
    });
  return (
    <div class="tab-page">
      <div class="tab-page__tabs">
        <Tabs<T> label={props.label} tabs={[...props.tabs]} value={shown().id} onChange={choose} />
      </div>
      <Show when={props.instead ?? shown().part} keyed>
        {(part) => <Dynamic component={part} />}
      </Show>
    </div>
  );
}
