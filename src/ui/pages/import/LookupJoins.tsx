import { createSignal, For, Show } from 'solid-js';
import type { ImportFileHead } from '~/domain/view';
import { Button } from '../../components/Button';
import { dimensionName } from '../../components/dimensionName';
import { useText } from '../../components/TextProvider';
import { JoinEditor } from './JoinEditor';
import type { OrderReading } from './orderReading';

/** The look-up files: what each completes, and by which column; any of it can be changed. */
export function LookupJoins(props: { draft: OrderReading }) {
  const { t } = useText();
  const lookups = () => props.draft.lookups();
  return (
    <Show when={lookups().length > 0}>
      <section class="section">
        <div>
          <h2 class="type-section">{t('import.joins')}</h2>
          <p class="quiet">{t('import.joinsHow')}</p>
        </div>
        <ul class="join-list">
          <For each={lookups()}>{(file) => <JoinRow draft={props.draft} file={file} />}</For>
        </ul>
      </section>
    </Show>
  );
}

function JoinRow(props: { draft: OrderReading; file: ImportFileHead }) {
  const { t } = useText();
  const [open, setOpen] = createSignal(false);
  const join = () => props.draft.mapping()?.joins.find((one) => one.lookup === props.file.name) ?? null;
  const words = () => {
    const now = join();
    if (!now) return t('import.joinUnused');
    const parts = [t('import.join', { key: now.key, dimension: dimensionName(t, now.dimension) })];
    const levels = now.levels.map((level) => dimensionName(t, level.level)).join(' › ');
    if (levels) parts.push(t('import.joinMore', { levels }));
    if (now.price) parts.push(t('import.joinPrice', { price: now.price }));
    return parts.join(' · ');
  };
  return (
    <li class="join-list__row">
      <div class="join-list__head">
        <div class="join-list__words">
          <span class="strong">{props.file.name}</span>
          <span class="quiet">{words()}</span>
        </div>
        <Button
          look="link"
          aria-expanded={open()}
          aria-label={`${open() ? t('import.closeChange') : t('import.change')}: ${props.file.name}`}
          onClick={() => setOpen(!open())}
        >
          {open() ? t('import.closeChange') : t('import.change')}
        </Button>
      </div>
      <Show when={open()}>
        <JoinEditor draft={props.draft} file={props.file} join={join()} />
      </Show>
    </li>
  );
}
