import { createEffect } from 'solid-js';
import { useApp } from '~/state/app';

/** Writes the theme where CSS, grid and charts read it: `data-theme` on html. */
export function createTheme(): void {
  const app = useApp();
  createEffect(() => {
    document.documentElement.dataset.theme = app.preferences.dark() ? 'dark' : 'light';
  });
}
