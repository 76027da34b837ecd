import { createMemo, createSignal, Show } from 'solid-js';
import type { ListColumn } from '~/domain/customerList';
import { attributeOf } from '~/domain/customerList';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { EmptyState } from '../../../components/EmptyState';
import { StatusBar } from '../../../components/StatusBar';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';
import { CustomerGrid, type CustomerGridHandle } from '../../../grid/CustomerGrid';
import type { CustomerGridColumn } from '../../../grid/customerGridView';
import { BulkBar } from './BulkBar';
import { createCustomerList } from './createCustomerList';
import { ListTools } from './ListTools';
import { columnLook, columnName, headWidth } from './listColumns';
import { isNarrowed, widened } from './listParams';
import { RangeFigures } from './RangeFigures';
import { useListEdit } from './useListEdit';
import { useListRange } from './useListRange';
import { useListWords } from './useListWords';
import './list.css';

/** Every customer, as a grid. */
export function ListPage() {
  const app = useApp();
  const { t, format, language } = useText();
  const money = useMoney();
  const list = createCustomerList();
  const usual = () => {
    const total = list.pages.total('sales12');
    return total === null ? null : total / Math.max(1, list.pages.head()?.matching ?? 1);
  };
  const words = useListWords(usual);
  const edit = useListEdit(list);
  const range = useListRange(list, words);
  const [widths, setWidths] = createSignal<Partial<Record<ListColumn, number>>>({});
  let grid: CustomerGridHandle | undefined;
  let searchField: HTMLInputElement | undefined;
  const { pages } = list;

  const kindOf = (column: ListColumn) => pages.head()?.cells.find((cells) => cells.column === column)?.kind ?? null;
  /** What columns are read as and why they are empty; they stay while windows come and go. */
  const shapes = createMemo(
    () => list.columns().map((id) => ({ id, kind: kindOf(id), gap: pages.head()?.gaps[id] ?? null })),
    undefined,
    { equals: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  );
  const columns = createMemo((): CustomerGridColumn[] => {
    const { sort } = list.query();
    return shapes().map(({ id, kind, gap }) => {
      const { look, width, sums, startsDown } = columnLook(id, kind);
      const meaning = t.find(`customerList.hint.${id}`) ?? t('customerList.hint.attribute');
      return {
        id,
        head: columnName(id, t),
        hint: gap === null ? meaning : `${meaning}\n${t(`customerList.gap.${gap}`)}`,
        look,
        width: widths()[id] ?? Math.max(width, headWidth(columnName(id, t))),
        editable: attributeOf(id) !== null || id === 'settlementMethod' || id === 'salesMode',
        startsDown: startsDown ?? look === 'number',
        sorted: sort.by === id ? (sort.descending ? 'desc' : 'asc') : null,
        sums: sums === true,
      };
    });
  });

  const nameAt = (row: number) => pages.text(row, 'name') ?? '';
  const valueAt = (row: number, column: ListColumn) => pages.text(row, column) ?? pages.number(row, column);
  const open = (row: number) => {
    const code = pages.code(row);
    if (code === null) return;
    // The way back finds the same place of the same list.
    app.setParams({ row: String(row) });
    app.go('customers', { ...app.route().params, code: String(code) });
  };
  const drawn = createMemo(() => [list.ticked(), money.label(), words.decimals(), language(), columns()]);
  const isEmpty = () => pages.head() !== null && pages.head()?.customers === 0;

  return (
    <Show
      when={!isEmpty()}
      fallback={
        <EmptyState title={t('customerList.empty')} text={t('customerList.emptyText')}>
          <Button look="primary" onClick={() => app.go('import')}>
            {t('customerList.import')}
          </Button>
        </EmptyState>
      }
    >
      <div class="list-page">
        <ListTools
          list={list}
          searchRef={(element) => {
            searchField = element;
          }}
          onDown={() => grid?.focus()}
        />
        <BulkBar list={list} />
        <CustomerGrid
          pages={pages}
          columns={columns()}
          language={language()}
          label={t('customerList.grid')}
          readOnly={app.status().readOnly !== null}
          drawn={drawn()}
          words={(row, column) =>
            pages.isHere(row)
              ? words.cell(valueAt(row, column), {
                  kind: kindOf(column) ?? 'text',
                  column,
                  pinned: pages.pinned(row),
                })
              : { text: '' }
          }
          totalText={(column) => {
            if (column === 'name') return t('customerList.total');
            const total = pages.total(column);
            return total === null ? '' : words.number(total, kindOf(column) ?? 'number', column);
          }}
          entry={edit.entry}
          offers={edit.offers}
          cellLabel={(row, column) => `${nameAt(row)} ${columnName(column, t)}`}
          isTicked={(row) => {
            const code = pages.code(row);
            return code !== null && list.ticked().has(code);
          }}
          tickLabel={(row) => t('customerList.tick', { name: nameAt(row) })}
          onTick={(row, isOn, through) => void list.tick(row, isOn, through)}
          allTicked={list.ticked().size > 0 && list.ticked().size >= (pages.head()?.matching ?? 0)}
          tickAllLabel={t('customerList.tickAll', { n: format().count(pages.head()?.matching ?? 0) })}
          onTickAll={(isOn) => (isOn ? void list.tickAll() : list.untick())}
          onOpen={open}
          onSort={(by, descending) => list.ask({ sort: { by, descending } })}
          onEdit={(row, column, text) => void edit.set(row, column, text)}
          onWidth={(column, width) => setWidths((before) => ({ ...before, [column]: width }))}
          onRange={range.take}
          onCopy={(rect, ids, transfer) => range.copy(rect, ids, transfer)}
          onPaste={(at, ids, text) => void edit.paste(at, ids, text)}
          onFind={() => searchField?.focus()}
          onUndo={(back) => void (back ? app.undo() : app.redo())}
          onReady={(handle) => {
            grid = handle;
          }}
          startRow={Number(app.route().params.row ?? 0) || 0}
        />
        <Show when={pages.head()?.matching === 0}>
          <div class="list-page__none">
            <p>{t('customerList.none')}</p>
            <Show when={isNarrowed(list.query())}>
              <Button onClick={() => list.ask(widened(list.query()))}>{t('customerList.clear')}</Button>
            </Show>
          </div>
        </Show>
      </div>
      <StatusBar
        left={
          <>
            <Show when={pages.head()}>
              {(head) => (
                <span>
                  {t('customerList.count', {
                    n: format().count(head().matching),
                    all: format().count(head().customers),
                  })}
                </span>
              )}
            </Show>
            <RangeFigures figures={range.figures()} />
          </>
        }
        right={
          <>
            <span>{t('customerList.unit', { unit: money.label() })}</span>
            <Show when={pages.head()?.asOf != null}>
              <span>
                {t('customerList.window', {
                  from: format().isoDay(pages.head()?.from ?? null),
                  to: format().isoDay(pages.head()?.asOf ?? null),
                })}
              </span>
            </Show>
          </>
        }
      />
    </Show>
  );
}
