import TriangleAlert from 'lucide-solid/icons/triangle-alert';
import X from 'lucide-solid/icons/x';
import { createMemo, createSignal, For, Show } from 'solid-js';
import type { ImportPreview } from '~/domain/view';
import { useApp } from '~/state/app';
import { Button } from '../../components/Button';
import { Select } from '../../components/Select';
import { useText } from '../../components/TextProvider';
import { withAlias } from './mappingEdits';
import type { OrderReading } from './orderReading';
import { byLikeness, sureMatch } from './similarNames';

type Unmatched = ImportPreview['report']['unmatched'][number];

const NOBODY = '\u0000nobody';
const FEW = 5;
const MOST_OPTIONS = 200;

/** Names that no look-up knows: each can be said to be somebody who is known, and the file is checked again. */
export function UnmatchedNames(props: { draft: OrderReading }) {
  const { t } = useText();
  const app = useApp();
  const [all, setAll] = createSignal(false);
  let section: HTMLElement | undefined;
  const names = () => props.draft.preview()?.report.unmatched ?? [];
  const rows = () => names().reduce((sum, name) => sum + name.rows, 0);
  const shown = () => (all() ? names() : names().slice(0, FEW));
  const unpriced = () => (props.draft.preview()?.report.byReason['import/missingPrice'] ?? 0) > 0;
  const aliases = () => props.draft.mapping()?.aliases ?? [];
  const mean = (name: { dimension: string; from: string; to: string | null }) => {
    const mapping = props.draft.mapping();
    if (!mapping) return;
    props.draft.change(withAlias(mapping, name));
    if (name.to !== null) app.announce(t('import.aliasIs', { from: name.from, to: name.to }));
    // The control that was used goes with its row: whoever works by keys stays in this place.
    section?.focus();
  };
  return (
    <Show when={names().length > 0 || aliases().length > 0}>
      <section
        ref={(element) => {
          section = element;
          element.tabIndex = -1;
        }}
        class="import-note"
        classList={{ 'import-note--warn': names().length > 0 }}
      >
        <Show when={names().length > 0}>
          <h2 class="type-section">
            <TriangleAlert size={14} class="tone-warn" stroke-width={1.5} aria-hidden="true" />{' '}
            {t('import.unmatched', { n: names().length, rows: rows() })}
          </h2>
          <p class="quiet">{unpriced() ? t('import.unmatchedRefused') : t('import.unmatchedHow')}</p>
          <ul class="name-list">
            <For each={shown()}>
              {(name) => (
                <NameRow
                  draft={props.draft}
                  name={name}
                  onMean={(to) => mean({ dimension: name.dimension, from: name.name, to })}
                />
              )}
            </For>
          </ul>
          <Show when={names().length > FEW && !all()}>
            <Button look="link" onClick={() => setAll(true)}>
              {t('import.showAll', { n: names().length })}
            </Button>
          </Show>
        </Show>
        <Show when={aliases().length > 0}>
          <h3 class="type-section">{t('import.aliases')}</h3>
          <ul class="name-list">
            <For each={aliases()}>
              {(alias) => (
                <li class="name-list__row">
                  <span class="name-list__name">{t('import.aliasIs', alias)}</span>
                  <Button
                    look="quiet"
                    icon={X}
                    label={t('import.aliasRemove', alias)}
                    onClick={() => mean({ ...alias, to: null })}
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

function NameRow(props: { draft: OrderReading; name: Unmatched; onMean: (to: string) => void }) {
  const { t } = useText();
  const members = () =>
    props.draft.preview()?.known.find((one) => one.dimension === props.name.dimension)?.members ?? [];
  const options = createMemo(() => [
    { value: NOBODY, label: t('import.meansNobody') },
    ...byLikeness(props.name.name, members())
      .slice(0, MOST_OPTIONS)
      .map(({ member }) => ({
        value: member.key,
        label: member.name,
        hint: member.key === member.name ? undefined : member.key,
      })),
  ]);
  const sure = createMemo(() => sureMatch(props.name.name, members()));
  return (
    <li class="name-list__row">
      <span class="strong name-list__name">{props.name.name}</span>
      <span class="faint name-list__rows">{t('import.rowsOf', { n: props.name.rows })}</span>
      <span class="name-list__pick">
        <Select
          label={t('import.meansOf', { name: props.name.name })}
          hideLabel
          value={NOBODY}
          options={options()}
          onChange={(key) => key !== NOBODY && props.onMean(key)}
        />
      </span>
      <Show when={sure()}>
        {(member) => (
          <Button look="link" onClick={() => props.onMean(member().key)}>
            {t('import.sameAs', { name: member().name })}
          </Button>
        )}
      </Show>
    </li>
  );
}
