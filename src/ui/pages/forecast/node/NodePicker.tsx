import * as Popover from '@kobalte/core/popover';
import ChevronDown from 'lucide-solid/icons/chevron-down';
import { createEffect, createSignal, createUniqueId, For, on, Show } from 'solid-js';
import type { At } from '~/domain/cell';
import type { MemberHit } from '~/domain/view';
import { useApp } from '~/state/app';
import { dimensionName } from '../../../components/dimensionName';
import { useText } from '../../../components/TextProvider';

export interface NodePickerProps {
  /** Name of the chosen node; '' = the whole. */
  label: string;
  onChoose(at: At): void;
}

/** Finds a node of the plan or any customer by name. Typing filters, arrows move, Enter chooses, Esc leaves it as it was. */
export function NodePicker(props: NodePickerProps) {
  const app = useApp();
  const { t } = useText();
  const [open, setOpen] = createSignal(false);
  const [search, setSearch] = createSignal('');
  const [hits, setHits] = createSignal<readonly MemberHit[]>([]);
  const [active, setActive] = createSignal(0);
  const list = createUniqueId();
  let turn = 0;

  createEffect(
    on([open, search], async ([isOpen, text]) => {
      if (!isOpen) return;
      const mine = ++turn;
      const found = await app.attempt(app.host.members({ search: text, dimension: null }));
      if (mine !== turn || !found) return;
      setHits(found);
      setActive(0);
    }),
  );
  // The whole company leads the list until something is sought.
  const first = () => (search() === '' ? 1 : 0);
  const count = () => hits().length + first();
  const optionId = (index: number) => `${list}-${index}`;
  const choose = (index: number) => {
    const hit = hits()[index - first()];
    if (!hit && first() === 0) return;
    setOpen(false);
    setSearch('');
    props.onChoose(hit ? { [hit.dimension]: hit.code } : {});
  };
  const move = (step: number) => {
    setActive((index) => Math.max(0, Math.min(count() - 1, index + step)));
    document.getElementById(optionId(active()))?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };
    if (event.key in steps) move(steps[event.key]);
    else if (event.key === 'Enter') choose(Math.min(active(), count() - 1));
    else return;
    event.preventDefault();
  };
  const kind = (hit: MemberHit) =>
    [dimensionName(t, hit.dimension, app.status().plan?.titles), hit.above].filter(Boolean).join(' · ');

  return (
    <Popover.Root open={open()} onOpenChange={setOpen} gutter={4} placement="bottom-start">
      <Popover.Trigger class="chip node-picker">
        <span class="quiet">{t('forecast.scope')}</span>
        <span class="strong">{props.label || t('forecast.whole')}</span>
        <ChevronDown size={12} class="icon" aria-hidden="true" />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content class="float node-list" aria-label={t('forecast.search')}>
          <input
            class="input"
            type="text"
            role="combobox"
            autocomplete="off"
            aria-expanded="true"
            aria-controls={list}
            aria-activedescendant={optionId(active())}
            aria-label={t('forecast.search')}
            placeholder={t('forecast.search')}
            value={search()}
            onInput={(event) => setSearch(event.currentTarget.value)}
            onKeyDown={onKeyDown}
          />
          <div id={list} class="node-list__options" role="listbox" aria-label={t('forecast.scope')}>
            <Show when={first() === 1}>
              <Option
                id={optionId(0)}
                name={t('forecast.whole')}
                active={active() === 0}
                onEnter={() => setActive(0)}
                onChoose={() => choose(0)}
              />
            </Show>
            <For each={hits()}>
              {(hit, index) => (
                <Option
                  id={optionId(index() + first())}
                  name={hit.name}
                  kind={kind(hit)}
                  active={active() === index() + first()}
                  onEnter={() => setActive(index() + first())}
                  onChoose={() => choose(index() + first())}
                />
              )}
            </For>
          </div>
          <p class="node-list__hint" role="status">
            {search() === ''
              ? t('forecast.searchHint')
              : hits().length === 0
                ? t('forecast.searchNone', { text: search() })
                : t('forecast.found', { n: hits().length })}
          </p>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function Option(props: {
  id: string;
  name: string;
  kind?: string;
  active: boolean;
  onEnter: () => void;
  onChoose: () => void;
}) {
  return (
    <div
      id={props.id}
      class="node-list__option"
      role="option"
      tabIndex={-1}
      aria-selected={props.active}
      onPointerMove={() => props.onEnter()}
      onPointerDown={(event) => {
        event.preventDefault();
        props.onChoose();
      }}
    >
      <span>{props.name}</span>
      <span class="node-list__kind">{props.kind}</span>
    </div>
  );
}
