import { createEffect, createSignal, For, type JSX, on, Show } from 'solid-js';
import type { Command } from '~/domain/command';
import type { Issue } from '~/domain/issue';
import type { ShapePreview } from '~/domain/shape';
import { useApp } from '~/state/app';
import { needsReason } from '~/state/reasons';
import { Button } from '../../../components/Button';
import { Dialog } from '../../../components/Dialog';
import { useText } from '../../../components/TextProvider';

export interface ShapeDialogProps {
  open: boolean;
  title: string;
  lead?: string;
  /** What the form means now; null while something is missing. */
  command: Command | null;
  /** What is missing, said on the button. */
  missing: string;
  apply: string;
  onClose(): void;
  /** After it was done. */
  onDone?(): void;
  children?: JSX.Element;
}

const PAUSE_MS = 200;

/** A change of shape: its form, and before it is done what it does to lines and totals, and what goes with it. */
export function ShapeDialog(props: ShapeDialogProps) {
  const app = useApp();
  const { t, issueText } = useText();
  const [preview, setPreview] = createSignal<ShapePreview | null>(null);
  const [issues, setIssues] = createSignal<readonly Issue[]>([]);
  let turn = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  createEffect(
    on([() => props.open, () => JSON.stringify(props.command)], ([open]) => {
      const mine = ++turn;
      clearTimeout(timer);
      setIssues([]);
      const { command } = props;
      if (!open || !command) return setPreview(null);
      timer = setTimeout(async () => {
        const answer = await app.host.shapePreview(command);
        if (mine !== turn) return;
        setPreview(answer.ok ? answer.value : null);
        setIssues(answer.ok ? answer.value.issues : answer.issues);
      }, PAUSE_MS);
    }),
  );
  const blocked = () => {
    if (!props.command) return props.missing;
    return issues().length > 0 ? issues().map(issueText).join(' ') : null;
  };
  const apply = async () => {
    const { command } = props;
    if (!command) return;
    const done = await app.run(command, { inPlace: true });
    if (!done.ok) {
      // Whoever keeps the reason to himself may think again.
      if (!needsReason(done)) setIssues(done.issues);
      return;
    }
    props.onDone?.();
    props.onClose();
  };
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={props.title}
      lead={props.lead}
      foot={
        <>
          <Button onClick={() => props.onClose()}>{t('shell.cancel')}</Button>
          <Button look="primary" blocked={blocked()} onClick={() => void apply()}>
            {props.apply}
          </Button>
        </>
      }
    >
      {props.children}
      <Show when={preview()}>{(shown) => <Consequences preview={shown()} />}</Show>
      <Show when={issues().length > 0}>
        <p class="field__error" role="alert">
          {issues().map(issueText).join(' ')}
        </p>
      </Show>
    </Dialog>
  );
}

function Consequences(props: { preview: ShapePreview }) {
  const { t } = useText();
  const kept = () => props.preview.totals.every(({ before, after }) => before === after);
  return (
    <div class="shape-preview" role="status">
      <p>
        {props.preview.linesBefore === props.preview.linesAfter
          ? t('shape.sameLines', { n: props.preview.linesAfter })
          : t('shape.lines', { before: props.preview.linesBefore, after: props.preview.linesAfter })}
        <Show when={props.preview.totals.length > 0 && kept()}>
          {t('effect.comma')}
          <span class="quiet">{t('shape.totalsKept', { n: props.preview.totals.length })}</span>
        </Show>
      </p>
      <Show when={props.preview.loses.length > 0}>
        <p class="tone-warn">{t('shape.loses')}</p>
        <ul class="shape-preview__loses">
          <For each={props.preview.loses}>
            {(lost) => (
              <li>
                {t(`shape.lost.${lost.kind}`)} {lost.labels.join(' · ')}
              </li>
            )}
          </For>
        </ul>
      </Show>
    </div>
  );
}
