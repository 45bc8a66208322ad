/** Ant Design speaks with our tokens: its values are read from the style sheet that is in force. */
import { theme as antd, type ThemeConfig } from 'antd';
import type { Theme } from '../state/prefs.ts';

export function antdTheme(theme: Theme): ThemeConfig {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  return {
    algorithm: theme === 'dark' ? antd.darkAlgorithm : antd.defaultAlgorithm,
    token: {
      colorPrimary: token('accent'),
      colorLink: token('accent'),
      colorError: token('bad'),
      colorWarning: token('warn'),
      colorSuccess: token('good'),
      colorText: token('ink-1'),
      colorTextSecondary: token('ink-2'),
      colorTextTertiary: token('ink-3'),
      colorTextPlaceholder: token('ink-3'),
      colorBgContainer: token('bg-surface'),
      colorBgElevated: token('bg-surface'),
      colorBgLayout: token('bg-app'),
      colorBorder: token('line-strong'),
      colorBorderSecondary: token('line'),
      colorTextLightSolid: token('on-accent'),
      controlItemBgHover: token('bg-hover'),
      controlItemBgActive: token('accent-soft'),
      fontFamily: token('font'),
      fontSize: Number.parseFloat(token('t-body')),
      motion: document.documentElement.dataset.still !== 'true',
      controlHeight: Number.parseFloat(token('h-control')),
      borderRadius: 4,
      motionDurationFast: '0.06s',
      motionDurationMid: '0.1s',
      motionDurationSlow: '0.12s',
    },
    components: { Dropdown: { paddingBlock: 4, controlPaddingHorizontal: 12 } },
  };
}
