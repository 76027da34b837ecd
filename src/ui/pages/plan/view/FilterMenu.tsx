import ListFilter from 'lucide-solid/icons/list-filter';
import { createSignal } from 'solid-js';
import type { DimensionId } from '~/domain/dimension';
import { Popover } from '../../../components/Popover';
import { useText } from '../../../components/TextProvider';
import { usePlanSheet } from '../createPlanSheet';
import { planParts } from '../planParts';

/** Only some members of a dimension: what is not shown does not count and is not moved by an edit. */
export function FilterMenu() {
  const { t } = useText();
  const sheet = usePlanSheet();
  const [open, setOpen] = createSignal(false);
  const [dimension, setDimension] = createSignal<DimensionId>(sheet.state.view().dimensions[0]);
  const count = () => sheet.state.view().filters.reduce((all, { members }) => all + members.length, 0);

  return (
    <Popover
      title={t('pivot.filterTitle')}
      triggerClass="button button--quiet plan-filter"
      open={open()}
      onOpen={setOpen}
      trigger={
        <>
          <ListFilter size={14} aria-hidden="true" />
          <span classList={{ 'plan-quiet': count() === 0 }}>
            {count() === 0 ? t('pivot.filter') : t('pivot.filtered', { n: count() })}
          </span>
        </>
      }
    >
      <planParts.filters wanted dimension={dimension()} onDimension={setDimension} />
    </Popover>
  );
}
