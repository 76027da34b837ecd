import ChevronDown from 'lucide-solid/icons/chevron-down';
import { createSignal } from 'solid-js';
import type { SavedFilter } from '~/domain/savedFilter';
import { useApp } from '~/state/app';
import { Menu, type MenuGroup } from '../../../components/Menu';
import { NameDialog } from '../../../components/NameDialog';
import { useText } from '../../../components/TextProvider';
import type { CustomerListState } from './createCustomerList';
import { isNarrowed } from './listParams';

/** Questions that are asked again and again: chosen, kept under a name, updated and removed. */
export function SavedFilterMenu(props: { list: CustomerListState }) {
  const app = useApp();
  const { t } = useText();
  const [naming, setNaming] = createSignal(false);
  const blocked = () => (app.status().readOnly ? t('customerList.bulk.readOnly') : null);
  const isOn = ({ search, tier, stage, segment, all }: SavedFilter): boolean => {
    const now = props.list.query();
    return (
      JSON.stringify([search, tier, stage, segment, all]) ===
      JSON.stringify([now.search, now.tier, now.stage, now.segment, now.all])
    );
  };
  const choose = ({ search, tier, stage, segmentation, segment, all, sort }: SavedFilter) =>
    props.list.ask({ search, tier, stage, segmentation, segment, all, ...(sort ? { sort } : {}) });
  const groups = (): MenuGroup[] => {
    const filters = props.list.filters();
    const { sort: _sort, ...now } = props.list.query();
    const narrowed = isNarrowed(props.list.query());
    return [
      { items: filters.map((filter) => ({ label: filter.name, chosen: isOn(filter), run: () => choose(filter) })) },
      {
        items: [
          {
            label: t('customerList.filter.save'),
            blocked: blocked() ?? (narrowed ? null : t('customerList.filter.noneSaved')),
            dialog: true,
            run: () => setNaming(true),
          },
          ...filters
            .filter((filter) => narrowed && !isOn(filter))
            .map((filter) => ({
              label: t('customerList.filter.replace', { name: filter.name }),
              blocked: blocked(),
              run: () => void app.run({ name: 'filters/save', filter: { ...now, id: filter.id, name: filter.name } }),
            })),
        ],
      },
      {
        items: filters.map((filter) => ({
          label: t('customerList.filter.removeSaved', { name: filter.name }),
          blocked: blocked(),
          run: () => void remove(filter),
        })),
      },
    ];
  };
  const remove = async (filter: SavedFilter) => {
    const done = await app.run({ name: 'filters/remove', id: filter.id });
    if (done.ok) {
      app.toasts.say({ tone: 'note', message: { key: 'customerList.filter.removed', params: { name: filter.name } } });
    }
  };
  return (
    <>
      <Menu
        trigger={
          <>
            {t('customerList.filter.saved')}
            <ChevronDown size={14} class="icon" aria-hidden="true" />
          </>
        }
        groups={groups()}
      />
      <NameDialog
        open={naming()}
        onClose={() => setNaming(false)}
        title={t('customerList.filter.saveTitle')}
        label={t('customerList.filter.saveName')}
        button={t('customerList.filter.saveDo')}
        onName={async (name) => {
          const { sort: _sort, ...now } = props.list.query();
          const done = await app.run({ name: 'filters/save', filter: { ...now, id: '', name } }, { inPlace: true });
          return done.ok ? null : done.issues;
        }}
      />
    </>
  );
}
