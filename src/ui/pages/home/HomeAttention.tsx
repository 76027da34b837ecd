import CircleAlert from 'lucide-solid/icons/circle-alert';
import Info from 'lucide-solid/icons/info';
import TriangleAlert from 'lucide-solid/icons/triangle-alert';
import { createSignal, For, Show } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import type { Attention } from '~/domain/view';
import { formatRoute } from '~/state/route';
import { Button } from '../../components/Button';
import { useText } from '../../components/TextProvider';
import { useMoney } from '../../components/useMoney';
import { attentionText } from './attentionText';

const GLYPHS = { bad: CircleAlert, warn: TriangleAlert, note: Info } as const;

/** More than these push the steps out of sight. */
const FEW = 5;

/** What someone should look at, worst first, each with the page where it can be settled. */
export function HomeAttention(props: { entries: readonly Attention[] }) {
  const { t } = useText();
  const [all, setAll] = createSignal(false);
  const shown = () => (all() ? props.entries : props.entries.slice(0, FEW));
  return (
    <section class="home-part" aria-labelledby="home-attention">
      <div class="home-part__head">
        <h2 id="home-attention" class="type-section">
          {props.entries.length > 0 ? t('home.attentionCount', { n: props.entries.length }) : t('home.attentionTitle')}
        </h2>
        <Show when={props.entries.length > FEW}>
          <Button look="link" aria-expanded={all()} onClick={() => setAll(!all())}>
            {all() ? t('home.showFewer') : t('home.showAll', { n: props.entries.length })}
          </Button>
        </Show>
      </div>
      <Show when={props.entries.length > 0} fallback={<p class="home-none">{t('home.nothing')}</p>}>
        <ul>
          <For each={shown()}>{(entry) => <Entry entry={entry} />}</For>
        </ul>
      </Show>
    </section>
  );
}

function Entry(props: { entry: Attention }) {
  const { t, format, language } = useText();
  const money = useMoney();
  const text = () => {
    // Read so that every sentence follows the language.
    language();
    return attentionText(props.entry, { t, format: format(), money });
  };
  return (
    <li class="home-entry">
      <span class={`home-entry__glyph tone-${props.entry.severity}`}>
        <Dynamic component={GLYPHS[props.entry.severity]} size={16} stroke-width={1.5} aria-hidden="true" />
        <span class="unseen">{t(`home.${props.entry.severity}`)}</span>
      </span>
      <span class="home-entry__words">
        <span class="strong">{text().title}</span>
        <span class="home-entry__detail">{text().detail}</span>
      </span>
      <a class="home-entry__link" href={formatRoute(text().to)} aria-label={`${text().link}: ${text().title}`}>
        {text().link}
      </a>
    </li>
  );
}
