import * as Kobalte from '@kobalte/core/dialog';
import Search from 'lucide-solid/icons/search';
import { createEffect, createMemo, createSignal, createUniqueId, For, on, onCleanup, Show } from 'solid-js';
import type { MemberHit } from '~/domain/view';
import { useApp } from '~/state/app';
import { dimensionName } from '../components/dimensionName';
import { useText } from '../components/TextProvider';
import { actionEntries, memberEntries, type PaletteEntry } from './paletteEntries';
import { bestMatches } from './paletteMatch';
import './palette.css';
import { useActions } from './useActions';

const PAUSE_MS = 120;
const PAGE = 8;

/** Everything one can do or go to, by its name, its pinyin, or a few of its letters. Keys alone suffice. */
export function Palette() {
  const app = useApp();
  const { t } = useText();
  const actions = useActions();
  const list = createUniqueId();
  const [words, setWords] = createSignal('');
  const [hits, setHits] = createSignal<MemberHit[]>([]);
  const [at, setAt] = createSignal(0);
  const open = () => app.panel() === 'palette';
  let chosen: PaletteEntry | null = null;
  let opener: Element | null = null;

  createEffect(
    on(open, (now) => {
      if (!now) return;
      opener = document.activeElement;
      chosen = null;
      setWords('');
      setHits([]);
    }),
  );
  createEffect(
    on([words, open], ([sought, now]) => {
      setAt(0);
      if (!now || sought.trim() === '' || app.status().workspace === null) {
        setHits([]);
        return;
      }
      let stale = false;
      const timer = setTimeout(async () => {
        const answer = await app.host.members({ search: sought.trim(), dimension: null });
        if (!stale) setHits(answer.ok ? answer.value : []);
      }, PAUSE_MS);
      onCleanup(() => {
        stale = true;
        clearTimeout(timer);
      });
    }),
  );

  const entries = createMemo<PaletteEntry[]>(() => {
    if (!open()) return [];
    const found = bestMatches(words(), actionEntries(actions));
    const members = memberEntries(hits(), {
      name: (hit) => hit.name,
      place: (hit) => [hit.above, dimensionName(t, hit.level, app.status().plan?.titles)].filter(Boolean).join(' · '),
      go: (hit) => {
        const params = { goto: `${hit.dimension}:${hit.code}`, name: hit.name };
        if (app.route().page === 'plan') app.setParams(params);
        else app.go('plan', params);
      },
    });
    // Without words the table keeps its groups together; with words the best comes first, names after deeds.
    return [...found, ...members];
  });
  const active = () => Math.min(at(), entries().length - 1);
  const idOf = (index: number) => `${list}-${index}`;

  const close = () => app.setPanel(null);
  const choose = (entry: PaletteEntry | undefined) => {
    if (!entry) return;
    chosen = entry;
    close();
  };
  const step = (by: number) => {
    const count = entries().length;
    if (count > 0) setAt((((active() + by) % count) + count) % count);
    document.getElementById(idOf(active()))?.scrollIntoView({ block: 'nearest' });
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const count = entries().length;
    if (event.key === 'ArrowDown') step(1);
    else if (event.key === 'ArrowUp') step(-1);
    else if (event.key === 'PageDown') step(Math.min(PAGE, count - 1 - active()));
    else if (event.key === 'PageUp') step(-Math.min(PAGE, active()));
    else if (event.key === 'Enter') choose(entries()[active()]);
    else return;
    event.preventDefault();
  };
  const startsGroup = (index: number) => entries()[index]?.group !== entries()[index - 1]?.group;

  return (
    <Kobalte.Root open={open()} onOpenChange={(now) => !now && close()}>
      <Kobalte.Portal>
        <Kobalte.Overlay class="dialog__veil" />
        <div class="dialog__place">
          <Kobalte.Content
            class="dialog palette"
            onCloseAutoFocus={() => {
              if (opener instanceof HTMLElement) opener.focus({ preventScroll: true });
              // What was chosen may open something of its own: only when the focus is back where it came from.
              const entry = chosen;
              chosen = null;
              if (entry) queueMicrotask(() => entry.run());
            }}
          >
            <Kobalte.Title class="unseen">{t('palette.title')}</Kobalte.Title>
            <div class="palette__field">
              <Search size={16} class="icon" aria-hidden="true" />
              <input
                class="palette__input"
                role="combobox"
                aria-label={t('palette.label')}
                aria-expanded="true"
                aria-controls={list}
                aria-autocomplete="list"
                aria-activedescendant={entries().length > 0 ? idOf(active()) : undefined}
                placeholder={t('palette.placeholder')}
                autocomplete="off"
                spellcheck={false}
                value={words()}
                onInput={(event) => setWords(event.currentTarget.value)}
                onKeyDown={onKey}
              />
            </div>
            <div id={list} class="palette__list" role="listbox" aria-label={t('palette.title')}>
              <For each={entries()}>
                {(entry, index) => (
                  <>
                    <Show when={startsGroup(index())}>
                      <div class="menu__head" role="presentation">
                        {t(`palette.group.${entry.group}`)}
                      </div>
                    </Show>
                    <div
                      id={idOf(index())}
                      class="palette__entry"
                      role="option"
                      tabIndex={-1}
                      aria-selected={index() === active()}
                      onPointerMove={() => setAt(index())}
                      onClick={() => choose(entry)}
                      onKeyDown={onKey}
                    >
                      <span class="palette__label">{entry.label}</span>
                      <Show when={entry.hint}>
                        <span class="palette__hint">{entry.hint}</span>
                      </Show>
                      <Show when={entry.keys}>
                        <kbd class="palette__keys">{entry.keys}</kbd>
                      </Show>
                    </div>
                  </>
                )}
              </For>
            </div>
            <p class="palette__foot" role="status">
              <span>
                {entries().length > 0
                  ? t('palette.found', { n: entries().length })
                  : t('palette.none', { words: words() })}
              </span>
              <span aria-hidden="true">{t('palette.keys')}</span>
            </p>
          </Kobalte.Content>
        </div>
      </Kobalte.Portal>
    </Kobalte.Root>
  );
}
