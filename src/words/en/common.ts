import type { commonZh } from '../zh-CN/common.ts';

/** Phrases used everywhere. */
export const commonEn: typeof commonZh = {
  save: 'Save', cancel: 'Cancel', close: 'Close', confirm: 'OK', back: 'Back', retry: 'Try again', more: 'Show more', copy: 'Copy', copied: 'Copied',
  add: 'Add', end: 'End', search: 'Search', filter: 'Filter', all: 'All', none: 'None', yes: 'Yes', no: 'No', optional: 'optional', actions: 'Actions', details: 'Details',
  loading: 'Loading…', unknown: 'Not known', today: 'Today', open: 'now', total: '{count} {count|item|items}', done: 'Done', saved: 'Saved', print: 'Print',
  showEnded: 'Include ended', columnsAscend: 'Sort', noMatch: 'Nothing matches these conditions.', clear: 'Clear conditions', name: 'Name', code: 'Code', from: 'From', to: 'To', since: 'since {day}',
  until: 'until {day}', source: 'Source', quoted: 'In the original', openSource: 'See where it is written', document: 'Document', kind: 'Kind', day: 'Date', reason: 'Reason', link: 'Link',
  year: '{year}', month: '{month} {year}', date: '{day} {month} {year}', sample: 'Sample', sampleWhy: 'Made up for the worked example; not real work', unverified: 'Unverified',
  unverifiedWhy: 'The source is not verified: {doubt}', unverifiedPlain: 'The source is not verified yet', missingTitle: 'Not found', missingText: 'It does not exist, or it is outside your scope of work.', forbiddenTitle: 'Not allowed',
  forbiddenText: 'Your posts do not allow this. If you need it, ask the operator to change your post.', failedTitle: 'This could not be loaded', offline: 'The server cannot be reached. Check the network and try again; what you typed is still here.',
  failedText: 'The server did not answer properly. Try again; if it stays so, give the number {requestId} to the operator.', crashTitle: 'This page failed to show', crashText: 'Your data are not affected. Open the page again or go to the first page.',
  reload: 'Open again', home: 'First page', fixAbove: '{count} {count|thing needs|things need} correcting', leave: 'What you typed is not saved. Leave anyway?', dayForm: 'YYYY-MM-DD', choose: 'Choose', typeToSearch: 'Type to search',
  noResult: 'Nothing found', from_to: '{from} – {to}', skipToContent: 'Skip to the content', asOf: 'As of {moment}', precision: 'Date known to', figures: '{value} items',
};
