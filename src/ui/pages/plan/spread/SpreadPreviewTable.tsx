import Lock from 'lucide-solid/icons/lock';
import { createSignal, For, Show } from 'solid-js';
import type { SpreadPart, SpreadPreview } from '~/domain/spread';
import { Segment } from '../../../components/Segment';
import { Table } from '../../../components/Table';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';

type By = 'members' | 'periods';

/** Who gets what, what is held, and by which weight: before anything is changed. */
export function SpreadPreviewTable(props: { preview: SpreadPreview | null }) {
  const { t, format, issueText } = useText();
  const money = useMoney();
  const [by, setBy] = createSignal<By>('members');
  const change = (part: SpreadPart): string => {
    if (part.after === null) return money.show(null);
    const moved = part.after - (part.before ?? 0);
    return moved === 0 ? '=' : `${moved > 0 ? '+' : ''}${money.show(moved)}`;
  };
  /** That it became equal stands in the line above already. */
  const noted = ({ notes = [], equalSpread }: SpreadPreview) =>
    notes.filter(({ code }) => !(equalSpread && code === 'spread/equalInstead'));
  const name = (part: SpreadPart): string =>
    by() === 'periods' ? format().period(part.id) : part.label || t('words.unassigned');
  return (
    <div class="spread__preview" aria-live="polite">
      <Show when={props.preview} fallback={<p class="faint">{t('spread.noPreview')}</p>}>
        {(preview) => (
          <>
            <p class="spread__sum">
              <b>
                {money.show(preview().before)} → {money.show(preview().after)}
              </b>{' '}
              <span class="quiet">{t('spread.sum', { n: preview().leaves })}</span>
              <Show when={preview().held > 0}>
                {' '}
                <span class="quiet">
                  {t('spread.held', { n: preview().held, amount: money.show(preview().heldAmount) })}
                </span>
              </Show>
              <Show when={preview().equalSpread}>
                {' '}
                <span class="tone-warn">{t('spread.equal')}</span>
              </Show>
            </p>
            <For each={noted(preview())}>{(said) => <p class="spread__note tone-warn">{issueText(said)}</p>}</For>
            <Segment<By>
              label={t('spread.by')}
              value={by()}
              options={[
                { value: 'members', label: t('spread.byMembers') },
                { value: 'periods', label: t('spread.byPeriods') },
              ]}
              onChange={setBy}
            />
            <div class="spread__table">
              <Table<SpreadPart>
                label={t('spread.tableLabel', { unit: money.label() })}
                rows={preview()[by()]}
                columns={[
                  {
                    id: 'name',
                    head: money.label(),
                    rowHead: true,
                    cell: (part) => (
                      <>
                        {name(part)}{' '}
                        <Show when={part.held !== 'none'}>
                          <Lock
                            size={12}
                            class="icon"
                            aria-label={part.held === 'all' ? t('spread.heldAll') : t('spread.heldSome')}
                          />
                        </Show>
                      </>
                    ),
                  },
                  { id: 'before', head: t('spread.before'), number: true, cell: (part) => money.show(part.before) },
                  {
                    id: 'after',
                    head: t('spread.after'),
                    number: true,
                    cell: (part) => <b>{money.show(part.after)}</b>,
                  },
                  { id: 'change', head: t('spread.change'), number: true, cell: change },
                  {
                    id: 'weight',
                    head: t('spread.weight'),
                    number: true,
                    cell: (part) => format().percent(part.weight),
                  },
                ]}
              />
            </div>
          </>
        )}
      </Show>
    </div>
  );
}
