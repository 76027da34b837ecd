import type { Dictionary } from '../translate';

export const theme: Dictionary['theme'] = { system: 'System', light: 'Light', dark: 'Dark' };
