import { For, Show } from 'solid-js';
import type { LettersView } from '~/domain/letterView';
import { useApp } from '~/state/app';
import { useText } from '../../../components/TextProvider';
import { LetterSheet } from './LetterSheet';
import { PrintFrame } from './PrintFrame';

/** One letter or a whole batch, a page each, exactly as issued. */
export function LetterPrint(props: { view: LettersView; which: string }) {
  const app = useApp();
  const { t } = useText();
  const letters = () => props.view.issued.filter(({ id, batch }) => id === props.which || batch === props.which);
  return (
    <PrintFrame
      title={t('letter.sheets', { n: letters().length })}
      onBack={() => app.setParams({ print: null, part: 'issued' })}
    >
      <Show when={letters().length > 0} fallback={<p>{t('letter.notThere')}</p>}>
        <For each={letters()}>{(letter) => <LetterSheet letter={letter} />}</For>
      </Show>
    </PrintFrame>
  );
}
