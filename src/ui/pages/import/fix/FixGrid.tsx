import {
  createEffect,
  createMemo,
  createSignal,
  createUniqueId,
  For,
  Index,
  on,
  onCleanup,
  onMount,
  Show,
} from 'solid-js';
import type { Issue } from '~/domain/issue';
import { isOnPurpose } from '~/domain/onPurpose';
import { useText } from '../../../components/TextProvider';
import { shortCode } from '../reportGroups';
import { CellEditor } from './CellEditor';
import type { FixRow, FixRows } from './createFixRows';
import { type GridPlace, moveBy, pastedLines } from './gridMoves';
import './fix.css';

export interface FixGridProps {
  label: string;
  rows: FixRows;
  /** Another one is another list: it starts at its top. */
  list: unknown;
  /** What a column becomes, in words; null = nothing. */
  becomes: (header: string) => string | null;
  /** Mends cells of rows, as they are counted in the file. */
  onFix: (cells: { row: number; column: string; from: string; to: string }[]) => void;
  /** Takes the last mend back. */
  onUndo: () => void;
  /** With the filter on, a mended row leaves the list: the next one comes to the active cell. */
  leaves: boolean;
}

/** Height of a row in CSS. */
const ROW = 28;

interface Editing extends GridPlace {
  text: string;
}

/** Rows of a file as they stand in it; what is wrong is framed, and every cell can be mended where it is. */
export function FixGrid(props: FixGridProps) {
  const { t, issueText } = useText();
  const id = createUniqueId();
  const [active, setActive] = createSignal<GridPlace>({ row: 0, column: 0 });
  const [editing, setEditing] = createSignal<Editing | null>(null);
  const [focused, setFocused] = createSignal(false);
  let box: HTMLElement | undefined;
  let grid: HTMLElement | undefined;

  const headers = () => props.rows.headers();
  const size = () => ({
    rows: props.rows.matching(),
    columns: headers().length,
    page: Math.max(1, Math.floor((box?.clientHeight ?? ROW) / ROW) - 2),
  });
  const look = () => {
    if (box) props.rows.look(Math.floor(box.scrollTop / ROW), Math.ceil(box.clientHeight / ROW));
  };
  onMount(() => {
    if (!box) return;
    const watch = new ResizeObserver(look);
    watch.observe(box);
    onCleanup(() => watch.disconnect());
  });
  createEffect(
    on(
      () => props.list,
      () => {
        setActive({ row: 0, column: 0 });
        setEditing(null);
        box?.scrollTo({ top: 0, left: 0 });
      },
      { defer: true },
    ),
  );
  const cellId = (place: GridPlace) => `${id}-${place.row}-${place.column}`;
  const go = (to: GridPlace) => {
    setActive(to);
    if (!box) return;
    const top = to.row * ROW;
    const head = ROW;
    if (top < box.scrollTop) box.scrollTop = top;
    else if (top + ROW + head > box.scrollTop + box.clientHeight - 16)
      box.scrollTop = top + ROW + head - box.clientHeight + 16;
    look();
    queueMicrotask(() => document.getElementById(cellId(to))?.scrollIntoView({ block: 'nearest', inline: 'nearest' }));
  };
  createEffect(() => {
    if (props.rows.row(active().row)) grid?.setAttribute('aria-activedescendant', cellId(active()));
    else grid?.removeAttribute('aria-activedescendant');
  });
  const textAt = ({ row, column }: GridPlace) => props.rows.row(row)?.cells[column] ?? '';
  const edit = (text: string) => {
    if (props.rows.row(active().row)) setEditing({ ...active(), text });
  };
  const leave = () => {
    setEditing(null);
    grid?.focus();
  };
  const mend = (place: GridPlace, lines: string[][]) => {
    const cells = lines.flatMap((line, down) =>
      line.flatMap((to, right) => {
        const row = props.rows.row(place.row + down);
        const column = headers()[place.column + right];
        const from = row?.cells[place.column + right] ?? '';
        return !row || column === undefined || from === to ? [] : [{ row: row.row, column, from, to }];
      }),
    );
    if (cells.length > 0) props.onFix(cells);
  };
  /** Accepts what was typed and moves on. */
  const accept = (by: { key: string; ctrl: boolean } | null) => {
    const now = editing();
    if (!now) return;
    mend(now, [[now.text]]);
    leave();
    const next = by && !(props.leaves && by.key === 'ArrowDown') ? moveBy(by, active(), size()) : null;
    if (next) go(next);
  };
  const press = (event: KeyboardEvent) => {
    if (editing() || event.isComposing) return;
    const ctrl = event.ctrlKey || event.metaKey;
    const next = moveBy({ key: event.key, ctrl }, active(), size());
    if (next) go(next);
    else if (event.key === 'Enter' || event.key === 'F2') edit(textAt(active()));
    else if (event.key === 'Delete' || event.key === 'Backspace') mend(active(), [['']]);
    else if (ctrl && event.key === 'z') props.onUndo();
    else if (ctrl && event.key === 'c') void navigator.clipboard?.writeText(textAt(active()));
    else if (!ctrl && !event.altKey && event.key.length === 1) edit(event.key);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const point = (event: MouseEvent, twice: boolean) => {
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-column]') : null;
    if (!cell || editing()) return;
    const place = { row: Number(cell.dataset.row), column: Number(cell.dataset.column) };
    setActive(place);
    if (twice) edit(textAt(place));
    else grid?.focus();
  };
  const errorsOf = (row: FixRow, header: string): Issue[] =>
    row.errors.filter(({ column, issue }) => column === header && !isOnPurpose(issue.code)).map(({ issue }) => issue);
  const isAside = (row: FixRow): boolean =>
    row.errors.length > 0 && row.errors.every(({ issue }) => isOnPurpose(issue.code));
  const verdict = (row: FixRow) => {
    const [first] = row.errors;
    if (!first) return '';
    return t.find(`import.short.${shortCode(first.issue.code)}`) ?? issueText({ code: first.issue.code });
  };
  const said = createMemo(() => {
    const row = props.rows.row(active().row);
    const header = headers()[active().column];
    if (!row || header === undefined) return null;
    const found = errorsOf(row, header);
    const issues = found.length > 0 ? found : row.errors.map(({ issue }) => issue);
    const [first] = issues;
    if (!first) return null;
    const column = first.place?.column ?? header;
    return { place: t('pack.cellPlace', { row: row.row, column }), text: issueText({ ...first, place: undefined }) };
  });
  const after = () => Math.max(0, props.rows.matching() - props.rows.first() - props.rows.rows().length);

  return (
    <>
      <section
        class="fix"
        ref={(element) => {
          box = element;
        }}
        aria-label={props.label}
        aria-busy={props.rows.stale()}
        onScroll={look}
      >
        <table
          ref={(element) => {
            grid = element;
            // A table that is moved in by its own keys.
            element.tabIndex = 0;
            element.setAttribute('role', 'grid');
            element.addEventListener('click', (event) => point(event, false));
            element.addEventListener('dblclick', (event) => point(event, true));
          }}
          class="fix__table"
          style={{
            'margin-top': `${props.rows.first() * ROW}px`,
            'margin-bottom': `${after() * ROW}px`,
          }}
          aria-label={props.label}
          aria-rowcount={props.rows.matching() + 1}
          aria-colcount={headers().length + 2}
          onKeyDown={press}
          onFocus={() => setFocused(true)}
          onBlur={() => setFocused(false)}
          onPaste={(event) => {
            if (editing()) return;
            const text = event.clipboardData?.getData('text/plain') ?? '';
            if (text !== '') mend(active(), pastedLines(text));
            event.preventDefault();
            event.stopPropagation();
          }}
        >
          <thead class="fix__head">
            <tr class="fix__line" aria-rowindex={1}>
              <th scope="col" class="number fix__row">
                {t('import.row')}
              </th>
              <For each={headers()}>
                {(header) => (
                  <th scope="col" title={header} classList={{ fix__unused: props.becomes(header) === null }}>
                    {header}
                    <span class="fix__becomes">{props.becomes(header) ?? '–'}</span>
                  </th>
                )}
              </For>
              <th scope="col" class="fix__verdict">
                {t('import.check')}
              </th>
            </tr>
          </thead>
          <tbody class="fix__body">
            {/* By place: a newer answer must not take the cell away that is being written in. */}
            <Index each={props.rows.rows()}>
              {(row, index) => {
                const at = () => props.rows.first() + index;
                return (
                  <tr class="fix__line" classList={{ fix__aside: isAside(row()) }} aria-rowindex={at() + 2}>
                    <th scope="row" class="number fix__row">
                      {row().row}
                    </th>
                    <For each={headers()}>
                      {(header, column) => {
                        const place = () => ({ row: at(), column: column() });
                        const isHere = () => active().row === at() && active().column === column();
                        const now = () => {
                          const open = editing();
                          return open && open.row === at() && open.column === column() ? open : null;
                        };
                        return (
                          <td
                            id={cellId(place())}
                            data-row={at()}
                            data-column={column()}
                            classList={{
                              fix__bad: errorsOf(row(), header).length > 0,
                              fix__mended: row().fixed.includes(header),
                              fix__active: isHere() && focused(),
                              fix__unused: props.becomes(header) === null,
                            }}
                            aria-invalid={errorsOf(row(), header).length > 0 ? 'true' : undefined}
                            title={row().cells[column()]}
                          >
                            <Show when={now() !== null} fallback={row().cells[column()]}>
                              <CellEditor
                                label={t('pack.cellPlace', { row: row().row, column: header })}
                                text={now()?.text ?? ''}
                                onInput={(text) => setEditing({ ...place(), text })}
                                onAccept={accept}
                                onLeave={leave}
                              />
                            </Show>
                          </td>
                        );
                      }}
                    </For>
                    <td
                      class="fix__verdict"
                      classList={{ 'tone-bad': row().errors.length > 0 && !isAside(row()) }}
                      title={verdict(row())}
                    >
                      {verdict(row())}
                    </td>
                  </tr>
                );
              }}
            </Index>
          </tbody>
        </table>
        <Show when={props.rows.matching() === 0 && !props.rows.stale()}>
          <p class="quiet fix__none">{t('pack.noRows')}</p>
        </Show>
      </section>
      <p class="fix__said" aria-live="polite">
        <Show when={said()} fallback={<span class="faint">{t('pack.fixHow')}</span>}>
          {(words) => (
            <>
              <span class="strong">{words().place}</span> {words().text}
            </>
          )}
        </Show>
      </p>
    </>
  );
}
