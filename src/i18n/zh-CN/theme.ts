export const theme = { system: '跟随系统', light: '浅色', dark: '深色' } as const;
