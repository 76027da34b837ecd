import CircleCheck from 'lucide-solid/icons/circle-check';
import TriangleAlert from 'lucide-solid/icons/triangle-alert';
import { For, onMount, Show } from 'solid-js';
import type { PackTable } from '~/domain/packView';
import { useText } from '../../components/TextProvider';
import { asksForLook, isUsed } from './landing';
import type { PackDraft } from './packDraft';
import { troubledOf } from './packTotals';
import { useKindWords } from './useKindWords';

/** Everything that was brought, what it was taken for, and how sure that is; the whole of it first. */
export function TableList(props: { draft: PackDraft }) {
  const { t } = useText();
  const step = (event: KeyboardEvent & { currentTarget: HTMLElement }, by: number) => {
    const places = ['all', ...props.draft.tables().map(({ id }) => id)];
    const at = places.indexOf(props.draft.place());
    const next = places[Math.max(0, Math.min(at + by, places.length - 1))];
    props.draft.go(next);
    event.preventDefault();
    event.currentTarget.querySelector<HTMLElement>(`[data-place="${CSS.escape(next)}"]`)?.focus();
  };
  // The button that brought the files is gone: who works by keys goes on here.
  let list: HTMLElement | undefined;
  onMount(() => {
    if (document.activeElement === document.body)
      list?.querySelector<HTMLElement>('[aria-current]')?.focus({ preventScroll: true });
  });
  return (
    <nav
      class="table-list"
      aria-label={t('pack.tables')}
      ref={(element) => {
        list = element;
      }}
    >
      <ul
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') step(event, 1);
          else if (event.key === 'ArrowUp') step(event, -1);
        }}
      >
        <li>
          <button
            type="button"
            class="table-list__place"
            data-place="all"
            aria-current={props.draft.place() === 'all' ? 'true' : undefined}
            onClick={() => props.draft.go('all')}
          >
            <span class="strong">{t('pack.dryRun')}</span>
            <span class="type-caption">{t('pack.dryRunHow')}</span>
          </button>
        </li>
        <For each={props.draft.tables()}>{(table) => <TableEntry draft={props.draft} table={table} />}</For>
      </ul>
    </nav>
  );
}

function TableEntry(props: { draft: PackDraft; table: PackTable }) {
  const { t, format } = useText();
  const words = useKindWords();
  const choice = () => props.draft.choice(props.table.id);
  const used = () => {
    const now = choice();
    return now !== null && isUsed(now);
  };
  const role = () => {
    const now = choice();
    if (!now || !isUsed(now)) {
      const why = props.table.leftOutBecause;
      return why ? t(`pack.leftOut.${why}`) : t('pack.role.ignored');
    }
    const kinds = now.kinds.map((kind) => words.kind(kind));
    return [
      ...kinds,
      ...(now.use === 'lookup' || props.draft.isJoined(props.table.id) ? [t('pack.role.lookup')] : []),
    ].join(' + ');
  };
  const wrong = () =>
    (props.draft.preview()?.tables ?? [])
      .filter((one) => one.table === props.table.id)
      .reduce((sum, one) => sum + troubledOf(one), 0);
  const certainty = () => props.draft.certainty(props.table.id);
  const ask = () => {
    const now = choice();
    return now !== null && asksForLook(now, certainty());
  };
  const rows = () => (props.table.rows === null ? null : t('import.rowsOf', { n: props.table.rows }));
  return (
    <li>
      <button
        type="button"
        class="table-list__place"
        classList={{ 'table-list__place--aside': !used() }}
        data-place={props.table.id}
        aria-current={props.draft.place() === props.table.id ? 'true' : undefined}
        onClick={() => props.draft.go(props.table.id)}
      >
        <span class="table-list__name">{props.table.id}</span>
        <span class="table-list__role">
          <Show when={used()}>
            <Show
              when={ask()}
              fallback={
                <span class="tone-good" title={t(`pack.certainty.${certainty()}`)}>
                  <CircleCheck size={13} stroke-width={1.5} aria-hidden="true" />
                  <span class="unseen">{t(`pack.certainty.${certainty()}`)}</span>
                </span>
              }
            >
              <span class="tone-warn" title={t(`pack.certainty.${certainty()}`)}>
                <TriangleAlert size={13} stroke-width={1.5} aria-hidden="true" />
                <span class="unseen">{t(`pack.certainty.${certainty()}`)}</span>
              </span>
            </Show>
          </Show>
          <span>{role()}</span>
        </span>
        <span class="type-caption">
          {[rows(), format().bytes(props.table.size)].filter((part) => part !== null).join(' · ')}
          <Show when={wrong() > 0}>
            <span class="tone-bad"> · {t('pack.wrongRows', { n: wrong() })}</span>
          </Show>
        </span>
      </button>
    </li>
  );
}
