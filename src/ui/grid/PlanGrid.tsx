import { createEffect, createMemo, createSignal, on, onCleanup, onMount, Show } from 'solid-js';
import type { SheetField } from '~/domain/sheet';
import type { Language } from '~/state/preferences';
import type { ActiveCell } from './activeCell';
import { fieldsAtGrain } from './columnTree';
import type { EditState } from './editing';
import { fillTarget } from './fillBlock';
import { fillLine } from './fillLine';
import { gridLocale } from './gridLocale';
import type { GridMenuOpen } from './gridMenuOpen';
import { gridParts } from './gridParts';
import { columnsOf, rowsOf } from './gridRange';
import { createGridSession, type FillAsked, type GridSession } from './gridSession';
import type { Grain } from './gridView';
import { PreviewChip } from './PreviewChip';
import { bodyStubs, pinnedStubs } from './rowStub';
import type { SessionPorts } from './sessionPorts';
import './planGrid.css';
import './cellLooks.css';
import './range.css';

/** What the toolbar may do with the grid. */
export interface PlanGridHandle {
  hold(kind: 'freeze' | 'total'): void;
  focus(): void;
  /** Goes to a cell by row id and column id; false where the sheet does not show it. */
  show(row: string, column: string): boolean;
  /** Where a cell stands on the screen; null where it is scrolled away. */
  anchor(cell: ActiveCell): DOMRect | null;
}

export interface PlanGridProps {
  ports: SessionPorts;
  language: Language;
  grain: Grain;
  openQuarters: readonly string[];
  onEditing(state: EditState | null): void;
  onReady(handle: PlanGridHandle): void;
  /** What a cell says when the pointer rests on it; empty = nothing. */
  hint(cell: ActiveCell): string;
}

/** The one grid of the product: a sheet of the plan with spreadsheet habits. It shows the plan and asks; it never keeps it. */
export function PlanGrid(props: PlanGridProps) {
  const [session, setSession] = createSignal<GridSession | null>(null);
  let host: HTMLDivElement | undefined;

  onMount(() => {
    if (!host) return;
    const ports = props.ports;
    const made = createGridSession(host, ports);
    const { source, view } = ports;
    onCleanup(made.dispose);

    // Named dependencies: what the grid asks back while it changes must not become one.
    createEffect(
      on([source.rows, hasGoal, view], ([rows, unallocated, { t }]) => {
        const labels = { total: t('plan.totalRow'), unallocated: t('plan.unallocated') };
        if (rows) made.surface.setRows(bodyStubs(rows), pinnedStubs(rows, { unallocated, labels }));
      }),
    );
    createEffect(
      on([fields, () => props.grain, () => props.openQuarters, view], ([shown, grain, quarters, now]) => {
        if (shown) made.surface.setColumns(fieldsAtGrain(shown, { grain, halves: now.look.halves }), quarters);
      }),
    );
    createEffect(
      on([source.numbers, source.footer, view], ([{ rows }, , now], before) => {
        // Where somebody scrolls, only rows that had no numbers are drawn anew; some looks measure every row by all.
        const cameAlone = rows !== null && before?.[2] === now && before[0].rows !== rows && now.look.rule === 'none';
        made.surface.refresh(cameAlone ? rows : undefined);
        made.recount();
        const cell = made.surface.active();
        if (cell) ports.onActive(cell);
      }),
    );
    createEffect(() => {
      const label = view().t('plan.grid');
      void gridLocale(props.language).then((texts) => made.surface.setLocale(texts, label));
    });
    createEffect(() => props.onEditing(made.editing.state()));
    props.onReady({
      hold(kind) {
        const cell = made.surface.active();
        if (cell) made.actions.hold(cell, kind);
      },
      focus: made.focus,
      show: made.show,
      anchor: (cell) => made.surface.elementOf(cell)?.getBoundingClientRect() ?? null,
    });
    setSession(made);
    // A spreadsheet is there to be typed into; focus is taken only where nobody else has it.
    if (document.activeElement === document.body) made.surface.focus({ row: 0, column: 1 });
  });

  // The same fields come with every change of rows.
  const fields = createMemo(() => props.ports.source.rows()?.fields, undefined, { equals: sameFields });
  const leftOver = () => (props.ports.source.footer()?.unallocated ?? 0) > 0;
  const hasGoal = createMemo(() => props.ports.source.footer()?.goal != null);

  const anchorOf = (cell: ActiveCell): DOMRect => {
    const element = session()?.surface.elementOf(cell);
    return (element?.querySelector('.pg-editor') ?? element ?? document.body).getBoundingClientRect();
  };
  const menuAt = ({ cell, head }: GridMenuOpen) => {
    const rect = head?.getBoundingClientRect() ?? anchorOf(cell);
    return { x: rect.left, y: rect.bottom + 2 };
  };

  // The chip says what is wrong in words; a screen reader also hears it of the field.
  createEffect(() => {
    const isWrong = session()?.editing.state()?.issue != null;
    host?.querySelector('.pg-editor-input')?.setAttribute('aria-invalid', String(isWrong));
  });

  /** Words are made for the one cell that is pointed at, not for all that are drawn. */
  const tell = (target: Element) => {
    const element = target.closest<HTMLElement>('.ag-cell[col-id]');
    const row = element?.closest('[row-id]')?.getAttribute('row-id') ?? '';
    const cell = element && session()?.surface.find(row, element.getAttribute('col-id') ?? '');
    if (!element || !cell) return;
    const text = props.hint(cell);
    if (text === '') element.removeAttribute('title');
    else element.title = text;
  };

  return (
    <div class="pg" classList={{ 'pg-erring': session()?.editing.state()?.issue != null, 'pg-left-over': leftOver() }}>
      <div
        ref={host}
        class="pg-host"
        data-region="grid"
        onPointerOver={(event) => tell(event.target)}
        onFocusIn={(event) => tell(event.target)}
      />
      <Show when={session()}>
        {(made) => (
          <>
            <Show when={made().editing.state()}>
              {(state) => <PreviewChip state={state()} view={props.ports.view()} anchor={anchorOf(state().cell)} />}
            </Show>
            <Show when={made().filling()}>
              {(asked) => (
                <gridParts.fill
                  wanted
                  view={props.ports.view()}
                  source={fillLine(asked(), made().reading, made().surface)}
                  cells={cellsOf(asked())}
                  at={cornerOf(made(), asked())}
                  onFill={(mode, rate) => {
                    const request = { ...asked(), mode, rate };
                    made().closeFill();
                    made().blocks.fill(request);
                  }}
                  onClose={() => made().closeFill()}
                />
              )}
            </Show>
            <gridParts.paste
              wanted={made().clipboard.question() !== null}
              question={made().clipboard.question()}
              view={props.ports.view()}
              onConvert={() => {
                made().clipboard.ask({ unit: made().clipboard.question()?.offered ?? null });
                made().clipboard.answer(true);
              }}
              onDash={(dash) => made().clipboard.ask({ dash })}
              onAnswer={(yes) => made().clipboard.answer(yes)}
              onGone={() => made().focus()}
            />
            <Show when={made().menu()}>
              {(open) => (
                <gridParts.menu wanted open={open()} session={made()} ports={props.ports} at={menuAt(open())} />
              )}
            </Show>
          </>
        )}
      </Show>
    </div>
  );
}

/** A column keeps its place when another measure or share is shown in it, but neither its unit nor whether it is typed. */
const looks = (fields: readonly SheetField[] | undefined): string | undefined =>
  fields?.map(({ id, editable, isRatio, scale, unit }) => [id, editable, isRatio, scale, unit].join()).join(';');

const sameFields = (a: readonly SheetField[] | undefined, b: readonly SheetField[] | undefined): boolean =>
  looks(a) === looks(b);

const cellsOf = (asked: FillAsked): number => {
  const target = fillTarget(asked);
  return target ? rowsOf(target.rect) * columnsOf(target.rect) : 0;
};

/** Under the corner where the handle was let go. */
function cornerOf({ surface }: GridSession, { whole }: FillAsked): { x: number; y: number } {
  const cell = surface.cellAt({ row: whole.bottom, column: whole.right });
  const rect = (cell && surface.elementOf(cell))?.getBoundingClientRect();
  return rect ? { x: rect.right + 4, y: rect.bottom + 4 } : { x: innerWidth / 2, y: innerHeight / 2 };
}
