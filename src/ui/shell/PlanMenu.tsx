import ChevronDown from 'lucide-solid/icons/chevron-down';
import FilePlus from 'lucide-solid/icons/file-plus';
import FileUp from 'lucide-solid/icons/file-up';
import House from 'lucide-solid/icons/house';
import Pencil from 'lucide-solid/icons/pencil';
import { createSignal, Show } from 'solid-js';
import type { WorkspaceHead } from '~/domain/status';
import { useApp } from '~/state/app';
import { newestFirst, openStored } from '~/state/openStored';
import { dialogParts } from '../components/dialogParts';
import { Menu } from '../components/Menu';
import { useText } from '../components/TextProvider';

/** The name of the plan; behind it the other plans, the other workspaces and how to add one. */
export function PlanMenu() {
  const app = useApp();
  const { t, issueText } = useText();
  const [renaming, setRenaming] = createSignal(false);
  const [workspaces, setWorkspaces] = createSignal<WorkspaceHead[]>([]);
  const name = () => app.status().plan?.name ?? app.status().workspace?.name ?? t('shell.noPlan');
  const openPlan = async (id: string) => {
    if (await app.settleStatus(app.host.openPlan(id))) app.go('home');
  };
  const openWorkspace = async (workspace: WorkspaceHead) => {
    if (await openStored(app, workspace)) app.go('home');
  };
  const isOpen = () => app.status().workspace !== null;
  const rename = async (to: string) => {
    const done = await app.run({ name: 'plan/rename', to }, { inPlace: true });
    return done.ok ? null : done.issues;
  };
  return (
    <>
      <Menu
        title={t('shell.planMenu')}
        triggerClass="button button--quiet plan-menu"
        onOpen={() => void newestFirst(app).then(setWorkspaces)}
        trigger={
          <>
            <span class="plan-menu__name type-section">{name()}</span>
            <Show when={app.status().workspace?.sample}>
              <span class="tag" title={t('shell.sampleBanner')}>
                {t('shell.sample')}
              </span>
            </Show>
            <ChevronDown size={14} class="icon" aria-hidden="true" />
          </>
        }
        groups={[
          {
            title: t('shell.plansHere'),
            items: app.status().plans.map((plan) => ({
              label: plan.name,
              chosen: plan.id === app.status().plan?.id,
              run: () => void openPlan(plan.id),
            })),
          },
          {
            title: t('shell.otherWorkspaces'),
            items: workspaces()
              .filter((one) => one.id !== app.status().workspace?.id)
              .map((one) => ({
                label: one.name,
                hint: one.sample ? t('shell.sample') : undefined,
                run: () => void openWorkspace(one),
              })),
          },
          {
            items: [
              ...(app.status().plan
                ? [
                    {
                      label: t('shell.renamePlan'),
                      icon: Pencil,
                      dialog: true,
                      blocked: app.status().readOnly ? issueText({ code: 'plan/readOnly' }) : null,
                      run: () => setRenaming(true),
                    },
                  ]
                : []),
              ...(isOpen()
                ? [
                    { label: t('shell.newPlan'), icon: FilePlus, run: () => app.go('wizard') },
                    { label: t('shell.importMore'), icon: FileUp, run: () => app.go('import') },
                  ]
                : []),
              { label: t('shell.startPage'), icon: House, run: () => app.go('start') },
            ],
          },
        ]}
      />
      <dialogParts.rename
        wanted={renaming()}
        open={renaming()}
        title={t('shell.renamePlanTitle')}
        name={app.status().plan?.name ?? ''}
        onRename={rename}
        onClose={() => setRenaming(false)}
      />
    </>
  );
}
