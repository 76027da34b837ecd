import ChevronDown from 'lucide-solid/icons/chevron-down';
import { createSignal, Show } from 'solid-js';
import { useApp } from '~/state/app';
import { dialogParts } from '../../../components/dialogParts';
import { Menu } from '../../../components/Menu';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';
import { usePlanSheet } from '../createPlanSheet';
import { createSavedViews } from './createSavedViews';

/** Ways of looking at the plan under a name: choose one, keep the present one, take one away. */
export function ViewsMenu() {
  const app = useApp();
  const { t, issueText } = useText();
  const sheet = usePlanSheet();
  const saved = createSavedViews({ app, state: sheet.state, money: useMoney(), ready: sheet.opened });
  const [naming, setNaming] = createSignal(false);
  const blocked = () => (app.status().readOnly ? issueText({ code: 'plan/readOnly' }) : null);
  const overwrite = async () => {
    const chosen = saved.chosen();
    const issues = chosen && (await saved.save(chosen.title, chosen.id));
    if (issues) app.toasts.say({ tone: 'bad', issues });
    else if (chosen) app.toasts.say({ tone: 'good', message: { key: 'looks.kept', params: { name: chosen.title } } });
  };
  return (
    <>
      <Menu
        triggerClass="button button--quiet"
        trigger={
          <>
            <span class="plan-quiet">{t('looks.view')}</span>
            <span>{saved.chosen()?.title ?? t('looks.ownView')}</span>
            <Show when={saved.changed()}>
              <span class="plan-quiet">{t('looks.changed')}</span>
            </Show>
            <ChevronDown size={12} aria-hidden="true" />
          </>
        }
        groups={[
          {
            title: t('looks.savedViews'),
            items: saved.views().map((one) => ({
              label: one.title,
              chosen: one.id === saved.chosen()?.id,
              run: () => saved.choose(one),
            })),
          },
          {
            items: [
              { label: t('looks.saveAs'), dialog: true, blocked: blocked(), run: () => setNaming(true) },
              ...(saved.chosen() && saved.changed()
                ? [
                    {
                      label: t('looks.overwrite', { name: saved.chosen()?.title ?? '' }),
                      blocked: blocked(),
                      run: () => void overwrite(),
                    },
                  ]
                : []),
              ...[saved.chosen()].flatMap((one) =>
                one
                  ? [
                      {
                        label: t('looks.removeView', { name: one.title }),
                        blocked: blocked(),
                        run: () => void saved.remove(one),
                      },
                    ]
                  : [],
              ),
            ],
          },
        ]}
      />
      <dialogParts.name
        wanted={naming()}
        open={naming()}
        title={t('looks.saveTitle')}
        label={t('looks.viewName')}
        hint={t('looks.saveHint')}
        button={t('looks.saveView')}
        onName={(title) => saved.save(title, null)}
        onClose={() => setNaming(false)}
      />
    </>
  );
}
