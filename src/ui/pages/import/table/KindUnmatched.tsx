import TriangleAlert from 'lucide-solid/icons/triangle-alert';
import X from 'lucide-solid/icons/x';
import { createEffect, createMemo, createSignal, For, on, Show } from 'solid-js';
import type { TablePreview } from '~/domain/packView';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { dimensionName } from '../../../components/dimensionName';
import { Select } from '../../../components/Select';
import { useText } from '../../../components/TextProvider';
import type { PackDraft } from '../packDraft';
import { byLikeness, sureMatch } from '../similarNames';

type Unmatched = TablePreview['unmatched'][number];

const NEW = '\u0000new';
const FEW = 5;
const MOST_OPTIONS = 50;
const MOST_MEMBERS = 5_000;

/** Names that no member bears: new ones are made of them, unless a person says who is meant. What was said is remembered. */
export function KindUnmatched(props: { draft: PackDraft; unmatched: readonly Unmatched[] }) {
  const { t } = useText();
  const [all, setAll] = createSignal(false);
  let section: HTMLElement | undefined;
  const shown = () => (all() ? props.unmatched : props.unmatched.slice(0, FEW));
  const rows = () => props.unmatched.reduce((sum, name) => sum + name.rows, 0);
  const put = (name: { dimension: string; from: string; to: string | null }) => {
    const others = props.draft
      .aliases()
      .filter((alias) => alias.dimension !== name.dimension || alias.from !== name.from);
    const { to } = name;
    props.draft.setAliases(to === null ? others : [...others, { dimension: name.dimension, from: name.from, to }]);
    section?.focus();
  };
  return (
    <Show when={props.unmatched.length > 0 || props.draft.aliases().length > 0}>
      <section
        ref={(element) => {
          section = element;
          element.tabIndex = -1;
        }}
        class="import-note"
        classList={{ 'import-note--warn': props.unmatched.length > 0 }}
      >
        <Show when={props.unmatched.length > 0}>
          <h2 class="type-section">
            <TriangleAlert size={14} class="tone-warn" stroke-width={1.5} aria-hidden="true" />{' '}
            {t('pack.unknownNames', { n: props.unmatched.length, rows: rows() })}
          </h2>
          <p class="quiet">{t('pack.unknownHow')}</p>
          <ul class="name-list">
            <For each={shown()}>
              {(name) => (
                <NameRow name={name} onMean={(to) => put({ dimension: name.dimension, from: name.name, to })} />
              )}
            </For>
          </ul>
          <Show when={props.unmatched.length > FEW && !all()}>
            <Button look="link" onClick={() => setAll(true)}>
              {t('import.showAll', { n: props.unmatched.length })}
            </Button>
          </Show>
        </Show>
        <Show when={props.draft.aliases().length > 0}>
          <h3 class="type-section">{t('import.aliases')}</h3>
          <ul class="name-list">
            <For each={props.draft.aliases()}>
              {(alias) => (
                <li class="name-list__row">
                  <span class="name-list__name">{t('import.aliasIs', alias)}</span>
                  <Button
                    look="quiet"
                    icon={X}
                    label={t('import.aliasRemove', alias)}
                    onClick={() => put({ ...alias, to: null })}
                  />
                </li>
              )}
            </For>
          </ul>
        </Show>
      </section>
    </Show>
  );
}

function NameRow(props: { name: Unmatched; onMean: (to: string) => void }) {
  const app = useApp();
  const { t } = useText();
  const [members, setMembers] = createSignal<{ name: string }[]>([]);
  createEffect(
    on(
      () => props.name.dimension,
      async (dimension) => {
        if (!app.status().workspace) return;
        const query = { dimension, hierarchy: null, search: '', first: 0, count: MOST_MEMBERS };
        const view = await app.host.memberList(query);
        if (view.ok && dimension === props.name.dimension) setMembers(view.value.members);
      },
    ),
  );
  const options = createMemo(() => [
    { value: NEW, label: t('pack.meansNew') },
    ...byLikeness(props.name.name, members())
      .slice(0, MOST_OPTIONS)
      .map(({ member }) => ({ value: member.name, label: member.name })),
  ]);
  const sure = createMemo(() => sureMatch(props.name.name, members()));
  return (
    <li class="name-list__row">
      <span class="name-list__name">
        <span class="strong">{props.name.name}</span>{' '}
        <span class="faint">{dimensionName(t, props.name.dimension)}</span>
      </span>
      <span class="faint name-list__rows">{t('import.rowsOf', { n: props.name.rows })}</span>
      <Show when={options().length > 1}>
        <span class="name-list__pick">
          <Select
            label={t('import.meansOf', { name: props.name.name })}
            hideLabel
            value={NEW}
            options={options()}
            onChange={(name) => name !== NEW && props.onMean(name)}
          />
        </span>
      </Show>
      <Show when={sure()}>
        {(member) => (
          <Button look="link" onClick={() => props.onMean(member().name)}>
            {t('import.sameAs', { name: member().name })}
          </Button>
        )}
      </Show>
    </li>
  );
}
