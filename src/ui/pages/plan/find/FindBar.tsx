import ChevronDown from 'lucide-solid/icons/chevron-down';
import ChevronUp from 'lucide-solid/icons/chevron-up';
import Search from 'lucide-solid/icons/search';
import X from 'lucide-solid/icons/x';
import { createEffect, on, onCleanup, onMount, Show } from 'solid-js';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { useText } from '../../../components/TextProvider';
import { usePlanSheet } from '../createPlanSheet';
import { createFind } from './createFind';
import './find.css';

/**
 * Finds rows of the whole sheet, also those under closed parents, which the browser's own search cannot see. Ctrl+F
 * opens it; pressed again in its field, it is the browser's.
 */
export function FindBar() {
  const app = useApp();
  const { t } = useText();
  const sheet = usePlanSheet();
  const find = createFind();
  let field: HTMLInputElement | undefined;

  const take = () => {
    field?.focus();
    field?.select();
  };
  const close = () => {
    sheet.setFinding(false);
    sheet.handle()?.focus();
  };
  const step = async (by: 1 | -1) => {
    await find.go(by);
    field?.focus();
  };
  createEffect(
    on(sheet.finding, (open) => {
      if (open) take();
    }),
  );

  const onPageKey = (event: KeyboardEvent) => {
    const plain = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
    if (!plain || event.key.toLowerCase() !== 'f' || event.isComposing) return;
    if (document.activeElement === field && field) {
      sheet.setFinding(false);
      return;
    }
    if (app.panel() !== null || isInDialog(event.target)) return;
    event.preventDefault();
    event.stopPropagation();
    sheet.setFinding(true);
    take();
  };
  onMount(() => {
    // Before the grid hears it: both ask for the same.
    window.addEventListener('keydown', onPageKey, true);
    onCleanup(() => window.removeEventListener('keydown', onPageKey, true));
  });

  const onKey = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'Enter') void step(event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const state = () => {
    if (find.words().trim() === '') return '';
    if (find.total() === 0) return find.searching() ? '' : t('find.none');
    if (find.at() < 0) return t('find.count', { n: find.total() });
    return t('find.place', { at: find.at() + 1, n: find.total() });
  };
  const path = () => find.hits()[find.at()]?.labels.join(' › ') ?? '';

  return (
    <Show when={sheet.finding()}>
      <search class="find-bar" aria-label={t('find.title')}>
        <Search size={14} class="icon" aria-hidden="true" />
        <input
          ref={(element) => {
            field = element;
          }}
          class="find-bar__input"
          aria-label={t('find.field')}
          placeholder={t('find.field')}
          autocomplete="off"
          spellcheck={false}
          value={find.words()}
          onInput={(event) => find.setWords(event.currentTarget.value)}
          onKeyDown={onKey}
        />
        <output class="find-bar__state" classList={{ 'find-bar__state--none': state() === t('find.none') }}>
          {state()}
        </output>
        <Button look="quiet" icon={ChevronUp} label={t('find.previous')} onClick={() => void step(-1)} />
        <Button look="quiet" icon={ChevronDown} label={t('find.next')} onClick={() => void step(1)} />
        <span class="find-bar__path" title={path()}>
          {path() || t('find.hint')}
        </span>
        <Button look="quiet" icon={X} label={t('find.close')} onClick={close} />
      </search>
    </Show>
  );
}

const isInDialog = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[role="dialog"]') !== null;
