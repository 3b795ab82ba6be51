import type { shellZh } from '../zh-CN/shell.ts';

/** The frame: navigation, header, display. */
export const shellEn: typeof shellZh = {
  brand: 'Bangfu', brandMark: '帮', tagline: 'Paired assistance', mainMenu: 'Main menu', breadcrumbs: 'You are here',
  nav: {
    home: 'Home', documents: 'Documents', meetings: 'Meetings', plans: 'Plans', counties: 'Counties', units: 'Units', people: 'People', places: 'Divisions', log: 'Log', account: 'My account',
    work: 'Work', base: 'Base data', oversight: 'Oversight',
  },
  openMenu: 'Open the menu', collapse: 'Fold the menu', expand: 'Unfold the menu',
  placeSearch: 'Find a county, town or village', placeSearchHint: 'Characters, pinyin initials or code', placeSearchKey: 'Press / to search', placeMatched: 'formerly {name}', placeNone: 'No such division',
  language: 'Language', chinese: '中文', english: 'English', theme: 'Appearance', light: 'Light', dark: 'Dark', auto: 'As the system', density: 'Density', comfortable: 'Comfortable', compact: 'Compact', display: 'Display',
  signOut: 'Sign out', myPosts: 'My posts', noPost: 'You hold no post today. Please ask the operator.', placesLoading: 'The divisions are being loaded; search will work in a moment.',
};
