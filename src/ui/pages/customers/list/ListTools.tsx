import Search from 'lucide-solid/icons/search';
import { createMemo, Show } from 'solid-js';
import { classText } from '~/domain/classText';
import { LIFECYCLE_STAGES } from '~/domain/segmentation';
import { Button } from '../../../components/Button';
import { Segment } from '../../../components/Segment';
import { Select, type SelectOption } from '../../../components/Select';
import { useText } from '../../../components/TextProvider';
import { classWords } from '../classWords';
import { ColumnChooser } from './ColumnChooser';
import { ConditionMenu } from './ConditionMenu';
import type { CustomerListState } from './createCustomerList';
import { ExportMenu } from './ExportMenu';
import { isNarrowed, ownerIn, widened, withOwner } from './listParams';
import { SavedFilterMenu } from './SavedFilterMenu';

type TierChoice = 'all' | 'A' | 'B' | 'C' | 'none';

/** A choice that narrows nothing. */
const ALL = 'all';

export interface ListToolsProps {
  list: CustomerListState;
  searchRef: (element: HTMLInputElement) => void;
  /** From the search field down into the list. */
  onDown: () => void;
}

/** Which customers are listed, and what of them. */
export function ListTools(props: ListToolsProps) {
  const { t } = useText();
  const query = () => props.list.query();
  // A name that is still being composed is no name yet.
  const search = (event: InputEvent & { currentTarget: HTMLInputElement }) => {
    if (!event.isComposing) props.list.search(event.currentTarget.value);
  };
  const tiers = (): { value: TierChoice; label: string }[] => [
    { value: 'all', label: t('customerList.filter.all') },
    { value: 'A', label: 'A' },
    { value: 'B', label: 'B' },
    { value: 'C', label: 'C' },
    { value: 'none', label: t('customerList.noTier') },
  ];
  const stages = (): SelectOption<string>[] => [
    { value: ALL, label: t('customerList.filter.allStages') },
    ...LIFECYCLE_STAGES.map((stage) => ({ value: stage, label: t(`customerList.stage.${stage}`) })),
  ];
  const owners = (of: 'sellers' | 'regions', all: string): SelectOption<string>[] => [
    { value: ALL, label: all },
    ...(props.list.choices()?.[of] ?? []).map(({ code, name }) => ({ value: String(code), label: name })),
  ];
  const segmentation = createMemo(() => {
    const all = props.list.choices()?.segmentations ?? [];
    return all.find(({ id }) => id === query().segmentation) ?? all[0] ?? null;
  });
  const ask = (dimension: 'seller' | 'region') => (code: string) =>
    props.list.ask({ all: withOwner(query(), dimension, code === ALL ? null : Number(code)).all });
  return (
    <div class="list-tools list-page__tools">
      <label class="list-tools__search list-page__search">
        <Search size={14} class="icon" aria-hidden="true" />
        <span class="unseen">{t('customerList.search')}</span>
        <input
          ref={props.searchRef}
          type="search"
          class="input"
          autocomplete="off"
          placeholder={t('customerList.search')}
          value={query().search}
          onInput={search}
          onCompositionEnd={(event) => props.list.search(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
            event.preventDefault();
            props.onDown();
          }}
        />
      </label>
      <Segment<TierChoice>
        label={t('customerList.filter.tier')}
        options={tiers()}
        value={query().tier ?? 'all'}
        onChange={(tier) => props.list.ask({ tier: tier === 'all' ? null : tier })}
      />
      <Select<string>
        label={t('customerList.filter.stage')}
        hideLabel
        options={stages()}
        value={query().stage ?? ALL}
        onChange={(stage) => props.list.ask({ stage: LIFECYCLE_STAGES.find((one) => one === stage) ?? null })}
      />
      <Show when={(props.list.choices()?.sellers.length ?? 0) > 0}>
        <Select<string>
          label={t('customerList.filter.seller')}
          hideLabel
          options={owners('sellers', t('customerList.filter.allSellers'))}
          value={String(ownerIn(query(), 'seller') ?? ALL)}
          onChange={ask('seller')}
        />
      </Show>
      <Show when={(props.list.choices()?.regions.length ?? 0) > 0}>
        <Select<string>
          label={t('customerList.filter.region')}
          hideLabel
          options={owners('regions', t('customerList.filter.allRegions'))}
          value={String(ownerIn(query(), 'region') ?? ALL)}
          onChange={ask('region')}
        />
      </Show>
      <Show when={segmentation()}>
        {(shown) => (
          <>
            <Show when={(props.list.choices()?.segmentations.length ?? 0) > 1}>
              <Select<string>
                label={t('customerList.filter.segmentation')}
                hideLabel
                options={(props.list.choices()?.segmentations ?? []).map(({ id, name }) => ({
                  value: id,
                  label: name,
                }))}
                value={shown().id}
                onChange={(id) => props.list.ask({ segmentation: id, segment: null })}
              />
            </Show>
            <Select<string>
              label={t('customerList.filter.segment')}
              hideLabel
              options={[
                { value: 'all', label: t('customerList.filter.allSegments') },
                ...shown().classes.map(({ id, name }) => ({
                  value: `class ${id}`,
                  label: classText(name, classWords(t)),
                })),
                { value: 'class ', label: t('customerList.others') },
              ]}
              value={query().segment === null ? 'all' : `class ${query().segment}`}
              onChange={(segment) =>
                props.list.ask({
                  segmentation: shown().id,
                  segment: segment === 'all' ? null : segment.slice('class '.length),
                })
              }
            />
          </>
        )}
      </Show>
      <ConditionMenu list={props.list} />
      <Show when={isNarrowed(query())}>
        <Button look="link" onClick={() => props.list.ask(widened(query()))}>
          {t('customerList.clear')}
        </Button>
      </Show>
      <span class="list-page__end">
        <SavedFilterMenu list={props.list} />
        <ColumnChooser list={props.list} />
        <ExportMenu list={props.list} />
      </span>
    </div>
  );
}
