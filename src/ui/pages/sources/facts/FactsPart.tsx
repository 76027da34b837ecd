import ArrowLeft from 'lucide-solid/icons/arrow-left';
import Plus from 'lucide-solid/icons/plus';
import { createSignal, Show } from 'solid-js';
import type { FactKind } from '~/domain/fact';
import type { FactListRow } from '~/domain/factView';
import type { SourceField } from '~/domain/source';
import { SOURCES } from '~/domain/sourceTable';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { createWindowed } from '../../../components/createWindowed';
import { LongTable } from '../../../components/LongTable';
import { SearchField } from '../../../components/SearchField';
import { useText } from '../../../components/TextProvider';
import { FactForm } from './FactForm';
import { useFactText } from './useFactText';

const NUMBERS: ReadonlySet<SourceField['type']> = new Set(['amount', 'quantity', 'number', 'percent']);

/** One kind of facts row by row, to look something up, add a row or mend one. */
export function FactsPart(props: { kind: FactKind }) {
  const app = useApp();
  const { t, format } = useText();
  const text = useFactText();
  const [edited, setEdited] = createSignal<{ row: FactListRow | null } | null>(null);
  const list = createWindowed(app.host.factList, { kind: props.kind, search: '' });
  const name = () => t(`template.kind.${props.kind}`);
  const blocked = () => (app.status().readOnly ? t('customers.readOnly') : null);
  const labelOf = (field: SourceField) =>
    t.find(`template.headOf.${props.kind}.${field.id}`) ?? t.find(`template.head.${field.id}`) ?? field.id;
  const finding = () => {
    const view = list.view();
    if (!view) return name();
    return view.total === 0
      ? t('sources.noRows', { kind: name() })
      : t('sources.rowsOf', { kind: name(), n: view.total });
  };
  const caption = () => {
    const asOf = list.view()?.asOf ?? null;
    return asOf === null ? t(`sources.usedBy.${props.kind}`) : t('sources.completeTo', { day: format().isoDay(asOf) });
  };
  const remove = async (row: FactListRow) => {
    const done = await app.run({ name: 'facts/remove', kind: props.kind, keys: [row.key] });
    if (!done.ok) return;
    setEdited(null);
    app.toasts.say({
      tone: 'note',
      message: { key: 'sources.rowRemoved', params: { kind: name() } },
      action: { label: t('shell.undo'), run: () => void app.undo() },
    });
  };
  const titleOf = (row: FactListRow) => {
    const [first] = SOURCES[props.kind].fields.map((field) => text(row, field)).filter((one) => one !== '–');
    return first ?? row.key;
  };
  return (
    <div class="facts">
      <div class="facts__head">
        <Button look="quiet" icon={ArrowLeft} onClick={() => app.setParams({ kind: null })}>
          {t('sources.allKinds')}
        </Button>
        <div class="facts__words">
          <h2 class="type-section">{finding()}</h2>
          <p class="type-caption">{caption()}</p>
        </div>
        <SearchField
          label={t('sources.searchRows')}
          value={list.query().search}
          onSearch={(search) => list.ask({ ...list.query(), search })}
        />
        <Button icon={Plus} blocked={blocked()} onClick={() => setEdited({ row: null })}>
          {t('sources.add')}
        </Button>
      </div>
      <LongTable<FactListRow, string>
        label={name()}
        rows={list.view()?.rows ?? []}
        first={list.first()}
        matching={list.view()?.matching ?? 0}
        onLook={list.look}
        list={list.query()}
        busy={list.stale()}
        none={list.query().search === '' ? t('sources.noRowsText') : t('sources.noRowsFound')}
        columns={[
          ...SOURCES[props.kind].fields.map((field, at) => ({
            id: field.id,
            head: labelOf(field),
            number: NUMBERS.has(field.type),
            rowHead: at === 0,
            cell: (row: FactListRow) =>
              at === 0 ? (
                <Button
                  look="link"
                  aria-label={t('sources.editNamed', { name: titleOf(row) })}
                  onClick={() => setEdited({ row })}
                >
                  {text(row, field)}
                </Button>
              ) : (
                text(row, field)
              ),
          })),
          {
            id: '·source',
            head: t('sources.from'),
            cell: (row: FactListRow) => (
              <span class={row.byHand ? 'facts__by-hand' : 'quiet'} title={row.source ?? undefined}>
                {row.byHand ? t('sources.handPut') : (row.source ?? '–')}
              </span>
            ),
          },
        ]}
      />
      <Show when={edited()}>
        {(now) => <FactForm kind={props.kind} row={now().row} onClose={() => setEdited(null)} onRemove={remove} />}
      </Show>
    </div>
  );
}
