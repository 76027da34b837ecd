import { type Component, lazy, Match, Show, Switch } from 'solid-js';
import { useApp } from '~/state/app';
import { Tabs } from '../../components/Tabs';
import { useText } from '../../components/TextProvider';
import { factKindOf } from './facts/factKindOf';
import { ImportsPart } from './ImportsPart';
import './sources.css';

const TABS = ['imports', 'kinds', 'quality', 'settings'] as const;
type SourceTab = (typeof TABS)[number];

const KindsPart = part(async () => (await import('./KindsPart')).KindsPart);
const SettingsPart = part(async () => (await import('./SettingsPart')).SettingsPart);
const QualityPage = part(async () => (await import('./quality/QualityPage')).QualityPage);
const FactsPart = lazy(async () => ({ default: (await import('./facts/FactsPart')).FactsPart }));

function part(load: () => Promise<Component>) {
  return lazy(async () => ({ default: await load() }));
}

/** All that came in, how it stands, what is doubtful in it, and where it is kept. `?tab=kinds&kind=visits` is one kind row by row. */
export function SourcesPage() {
  const app = useApp();
  const { t } = useText();
  const tab = (): SourceTab => TABS.find((one) => one === app.route().params.tab) ?? 'imports';
  const kind = () => (tab() === 'kinds' ? factKindOf(app.route().params.kind) : null);
  return (
    <div class="sources-page">
      <div class="sources-tabs">
        <Tabs<SourceTab>
          label={t('page.sources')}
          tabs={TABS.map((one) => ({ id: one, label: t(`sources.tab.${one}`) }))}
          value={tab()}
          onChange={(one) => app.setParams({ tab: one === 'imports' ? null : one, kind: null })}
        />
      </div>
      <Switch fallback={<ImportsPart />}>
        <Match when={kind()}>
          {(one) => (
            <Show when={one()} keyed>
              {(shown) => <FactsPart kind={shown} />}
            </Show>
          )}
        </Match>
        <Match when={tab() === 'kinds'}>
          <KindsPart />
        </Match>
        <Match when={tab() === 'quality'}>
          <QualityPage />
        </Match>
        <Match when={tab() === 'settings'}>
          <SettingsPart />
        </Match>
      </Switch>
    </div>
  );
}
