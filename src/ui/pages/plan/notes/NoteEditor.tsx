import { createEffect, createMemo, createSignal, createUniqueId, on, onCleanup, Show } from 'solid-js';
import { Portal } from 'solid-js/web';
import type { Issue } from '~/domain/issue';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { useText } from '../../../components/TextProvider';
import { cellRefOf } from '../../../grid/activeCell';
import { fieldAddress } from '../../../grid/gridView';
import { usePlanSheet } from '../createPlanSheet';
import { unfiltered } from './createNotes';
import './notes.css';
import { noteWhen } from './noteWhen';

const WIDTH = 300;
const GAP = 6;

/** As many characters as the plan keeps. */
const LONGEST = 2000;

/** The note of one cell, beside it. Ctrl+Enter keeps it, Esc leaves it as it was; an empty one goes. */
export function NoteEditor() {
  const app = useApp();
  const { t, format, issueText } = useText();
  const sheet = usePlanSheet();
  const headId = createUniqueId();
  const [text, setText] = createSignal('');
  const [issues, setIssues] = createSignal<Issue[]>([]);
  const [place, setPlace] = createSignal({ left: 0, top: 0 });
  let box: HTMLDivElement | undefined;
  let field: HTMLTextAreaElement | undefined;

  const cell = () => sheet.noting();
  const ref = createMemo(() => {
    const at = cell();
    const found = at && cellRefOf(at, sheet.state.view().column);
    return found ? unfiltered(found) : null;
  });
  const note = createMemo(() => {
    const at = ref();
    return at ? sheet.notes.at(at) : null;
  });
  const readOnly = () => app.status().readOnly !== null;
  const title = () => {
    const at = cell();
    return at ? [at.row.label, at.field ? fieldAddress(at.field, sheet.view()) : ''].filter(Boolean).join(' · ') : '';
  };

  createEffect(
    on(cell, (at) => {
      if (!at) return;
      setText(note()?.text ?? '');
      setIssues([]);
      const anchor = sheet.handle()?.anchor(at);
      const height = box?.offsetHeight ?? 0;
      if (anchor) {
        const right = anchor.right + GAP;
        const left = right + WIDTH < innerWidth ? right : Math.max(GAP, anchor.left - WIDTH - GAP);
        setPlace({ left, top: Math.max(GAP, Math.min(anchor.top, innerHeight - height - GAP)) });
      }
      field?.focus();
      const outside = (event: PointerEvent) => {
        if (!box?.contains(event.target as Node)) void keep();
      };
      document.addEventListener('pointerdown', outside, true);
      onCleanup(() => document.removeEventListener('pointerdown', outside, true));
    }),
  );

  const close = () => {
    sheet.setNoting(null);
    sheet.handle()?.focus();
  };
  const write = async (to: string): Promise<boolean> => {
    const at = ref();
    if (!at || readOnly() || to.trim() === (note()?.text ?? '')) return true;
    const done = await app.run({ name: 'notes/set', cell: at, text: to.trim() }, { inPlace: true });
    if (!done.ok) setIssues(done.issues);
    return done.ok;
  };
  /** What was typed is not lost by a click elsewhere. */
  const keep = async () => {
    if (await write(text())) sheet.setNoting(null);
  };
  const save = async () => {
    if (await write(text())) close();
  };
  const remove = async () => {
    if (await write('')) close();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <Show when={cell()}>
      <Portal>
        <div
          ref={(element) => {
            box = element;
          }}
          class="note-editor"
          role="dialog"
          tabIndex={-1}
          aria-labelledby={headId}
          style={{ left: `${place().left}px`, top: `${place().top}px`, width: `${WIDTH}px` }}
          onKeyDown={onKey}
        >
          <p id={headId} class="note-editor__head">
            {t('note.at', { where: title() })}
          </p>
          <textarea
            ref={(element) => {
              field = element;
            }}
            class="note-editor__text"
            rows={4}
            maxLength={LONGEST}
            readOnly={readOnly()}
            aria-label={t('note.text')}
            placeholder={t('note.placeholder')}
            value={text()}
            onInput={(event) => setText(event.currentTarget.value)}
          />
          <Show when={note()}>
            {(known) => <p class="note-editor__when">{noteWhen(known(), { t, format: format(), now: new Date() })}</p>}
          </Show>
          <Show when={issues().length > 0}>
            <p class="field__error" role="alert">
              {issues().map(issueText).join(' ')}
            </p>
          </Show>
          <div class="note-editor__foot">
            <Show when={note() && !readOnly()}>
              <Button look="quiet" onClick={() => void remove()}>
                {t('note.remove')}
              </Button>
            </Show>
            <span class="note-editor__gap" />
            <Button onClick={close}>{t('shell.cancel')}</Button>
            <Button
              look="primary"
              blocked={readOnly() ? issueText({ code: 'plan/readOnly' }) : null}
              title={t('note.saveKeys')}
              onClick={() => void save()}
            >
              {t('note.save')}
            </Button>
          </div>
        </div>
      </Portal>
    </Show>
  );
}
