import type { cliZh } from '../zh-CN/cli.ts';

/** What the command line says. */
export const cliEn: typeof cliZh = {
  usage: (names) => `Usage: bangfu <command> …\nCommands: ${names.join(', ')}`,
  readUsage:
    'Usage: bangfu read FILE… [--json] [--lang en]\nFILE may be a file, a folder, a pattern, or - for standard input.',
  bringUsage:
    'usage: bangfu bring FILE…\nSends documents to the server for review. BANGFU_SERVER and BANGFU_TOKEN say where and as whom.',
  noToken: 'Please make a token on the page “My account” and set BANGFU_TOKEN.',
  brought: 'brought in, to be reviewed',
  broughtAgain: 'was brought in before',
  noServer: 'The server does not answer ({server}): {reason}',
  none: '(none)',
  title: 'Title',
  publishedOn: 'Published',
  meeting: 'Meeting',
  date: 'Date',
  chair: 'Chair',
  facts: 'Facts',
  places: 'Places',
  tasks: 'Tasks',
  planned: 'planned',
  due: 'due',
  warning: (code, detail) => `${WARNINGS[code] ?? code}${detail ? `: ${detail}` : ''}`,
};

const WARNINGS: Record<string, string> = {
  'document.damaged_characters': 'Damaged characters (count)',
  'document.damaged_text': 'A run of text is damaged',
  'document.ending_differs': 'The ending of the name does not fit the content',
  'document.published_from_dateline': 'The day of publication comes from the dateline',
  'document.body_twice': 'The body is printed twice and read once',
};
