import { For } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import { useApp } from '~/state/app';
import { formatRoute, type PageId } from '~/state/route';
import { Mark } from '../components/Mark';
import { useText } from '../components/TextProvider';
import { RAIL_PLACES } from './railPlaces';

/** Pages that are reached from others light up the place they belong to. */
const PLACE_OF: Partial<Record<PageId, PageId>> = { import: 'sources', wizard: 'plan' };

/** Navigation: icon and word, the place one is at in accent with a bar. */
export function Rail() {
  const app = useApp();
  const { t } = useText();
  const here = () => PLACE_OF[app.route().page] ?? app.route().page;
  const open = () => app.status().workspace !== null;
  return (
    <nav class="rail" data-region="rail" aria-label={t('shell.rail')}>
      <a class="rail__mark" href={formatRoute({ page: 'start', params: {} })} aria-label={t('shell.startPage')}>
        <Mark size={22} />
      </a>
      <ul class="rail__places">
        <For each={RAIL_PLACES}>
          {(place) => (
            <li class="rail__item" classList={{ 'rail__item--last': place.page === 'sources' }}>
              <a
                class="rail__place"
                href={open() ? formatRoute({ page: place.page, params: {} }) : undefined}
                aria-disabled={open() ? undefined : 'true'}
                title={open() ? undefined : t('shell.noPlan')}
                aria-current={here() === place.page ? 'page' : undefined}
              >
                <Dynamic component={place.icon} size={18} class="rail__icon" aria-hidden="true" />
                <span class="rail__word">{t(`page.${place.page}`)}</span>
              </a>
            </li>
          )}
        </For>
      </ul>
    </nav>
  );
}
