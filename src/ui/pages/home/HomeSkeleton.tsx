import { For } from 'solid-js';
import { useText } from '../../components/TextProvider';

const FIGURES = ['home.target', 'home.allocated', 'home.actual', 'home.forecastYear'] as const;

/** The page without its numbers: shown once, before the first ones are there. */
export function HomeSkeleton() {
  const { t } = useText();
  return (
    <div class="home-main" aria-busy="true">
      <p class="home-title type-finding faint">{t('home.loading')}…</p>
      <dl class="home-figures">
        <For each={FIGURES}>
          {(name) => (
            <div class="home-figure">
              <dt class="home-figure__name">{t(name)}</dt>
              <dd class="type-figure faint">–</dd>
              <dd class="home-figure__note"> </dd>
            </div>
          )}
        </For>
      </dl>
      <div class="home-ghost" />
    </div>
  );
}
