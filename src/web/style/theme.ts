import { theme, type ThemeConfig } from 'antd';

const FONT = "'Noto Sans SC Variable', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif";

const LIGHT = {
  colorPrimary: '#12616a',
  colorInfo: '#12616a',
  colorLink: '#0d5f68',
  colorSuccess: '#2c7548',
  colorWarning: '#96590a',
  colorError: '#b3372b',
  // As derived from these deep colours, the grounds of notices would be muddy.
  colorInfoBg: '#e9f2f2',
  colorInfoBorder: '#b7d1d3',
  colorSuccessBg: '#e8f3ec',
  colorSuccessBorder: '#b4d4c1',
  colorWarningBg: '#fcf3e2',
  colorWarningBorder: '#e8d0a4',
  colorErrorBg: '#fbece9',
  colorErrorBorder: '#e6bab3',
  colorTextBase: '#15262a',
  colorTextSecondary: '#47575b',
  colorTextTertiary: '#5c6b6f',
  colorTextDescription: '#5c6b6f',
  colorTextPlaceholder: '#6b797d',
  colorBgLayout: '#f3f5f2',
  colorBorder: '#c9d2d0',
  colorBorderSecondary: '#e1e7e4',
};
const DARK = {
  colorPrimary: '#23797d',
  colorInfo: '#23797d',
  colorLink: '#6fc6c1',
  colorLinkHover: '#98dad6',
  colorSuccess: '#4fa673',
  colorWarning: '#d19a3f',
  colorError: '#ff9184',
  colorTextBase: '#e8eeed',
  colorTextSecondary: '#b3c0c0',
  colorTextTertiary: '#98a7a8',
  colorTextDescription: '#98a7a8',
  colorTextPlaceholder: '#859495',
  colorBgBase: '#12191b',
  colorBgLayout: '#0d1315',
  colorBgContainer: '#161f21',
  colorBgElevated: '#1c2729',
  colorBorder: '#3a4a4c',
  colorBorderSecondary: '#283537',
};

/** The look: deep teal on paper, ink by night; nothing that shouts. `still`: nothing moves. */
export function themeOf({ dark, compact, still }: { dark: boolean; compact: boolean; still: boolean }): ThemeConfig {
  return {
    algorithm: [dark ? theme.darkAlgorithm : theme.defaultAlgorithm, ...(compact ? [theme.compactAlgorithm] : [])],
    token: {
      ...(dark ? DARK : LIGHT),
      fontFamily: FONT,
      fontSize: 14,
      lineHeight: 1.6,
      borderRadius: 6,
      wireframe: false,
      // Not by styles: a list of choices that waits for a motion of no length to end stays outside of the window.
      motion: !still,
      controlHeight: compact ? 28 : 34,
      controlOutlineWidth: 3,
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.18s',
    },
    components: {
      Table: {
        headerBg: dark ? '#1c2729' : '#eef2ef',
        headerSplitColor: 'transparent',
        cellPaddingBlockMD: compact ? 6 : 10,
        cellPaddingInlineMD: 16,
        rowHoverBg: dark ? '#1b2628' : '#f5f8f6',
      },
      Button: {
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
        ...(dark ? { dangerColor: '#2a0c08' } : {}),
      },
      Menu: {
        darkItemBg: 'transparent',
        darkSubMenuItemBg: 'transparent',
        darkItemColor: '#cfdfde',
        darkItemHoverBg: 'rgba(255,255,255,.08)',
        darkItemSelectedBg: 'rgba(255,255,255,.16)',
        darkGroupTitleColor: '#9dbab9',
        itemHeight: compact ? 34 : 40,
        iconSize: 16,
      },
      Card: { headerFontSize: 15, headerHeight: compact ? 40 : 46, bodyPadding: compact ? 12 : 16 },
      Drawer: { footerPaddingBlock: 12 },
      Form: { itemMarginBottom: compact ? 20 : 24, verticalLabelPadding: '0 0 4px' },
      Tag: { defaultBg: dark ? '#243133' : '#eef2f0' },
      Tabs: dark
        ? {
            itemSelectedColor: '#6fc6c1',
            itemHoverColor: '#98dad6',
            inkBarColor: '#6fc6c1',
            itemActiveColor: '#6fc6c1',
          }
        : {},
      Timeline: { itemPaddingBottom: 18 },
    },
  };
}
