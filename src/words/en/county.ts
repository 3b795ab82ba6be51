import type { countyZh } from '../zh-CN/county.ts';

/** Counties, pairings, postings. */
export const countyEn: typeof countyZh = {
  title: 'Counties', lead: 'Who helps, since when, who is posted there, how many tasks and figures.', county: 'County', helpedBy: 'Helped by', since: 'Since', openPostings: 'Posted now', tasks: 'Tasks', facts: 'Figures', province: 'Province',
  empty: 'No counties yet', emptyText: 'Accept a meeting report that tells of a pairing and the county appears; or record the pairing here.', find: 'Filter by name or code',
  overview: 'Overview', timeline: 'Timeline', timelineEmpty: 'Nothing recorded yet. Add what happened (out of poverty, visits, awards), each with its source.', pairings: 'Pairings', pairingsEmpty: 'No pairing recorded yet.', postings: 'Posted cadres', postingsEmpty: 'No posted cadre recorded yet.', past: 'Ended', pastCount: '{count} ended', names: 'Names through time', flags: 'Lists', codes: 'Codes',
  placePage: 'Division page', countyPage: 'County page', factsEmpty: 'No figures of this county yet. Once a document is accepted, its figures about the county stand here with their sentence.', tasksEmpty: 'No tasks for this county yet. Tie tasks to the county while reviewing a document and they stand here.',
  addEvent: 'Add a line', event: { title: 'Add to the timeline', kind: 'What', on: 'Date', text: 'Text', textHint: 'One sentence', source: 'Source', sourceHint: 'A paper and its number, a page, or who says so', unit: 'Recorded by which unit', done: 'Added to the timeline' },
  withdraw: 'Take this line back', withdrawAsk: 'It is no longer shown, but stays in the log.', withdrawn: 'Taken back',
  addPairing: 'Record a pairing', pairing: { title: 'Record a pairing', unit: 'Helping unit', county: 'County', from: 'First day', fromUnknown: 'First day not known', source: 'Source', sourceHint: 'A paper and its number, or a note', done: 'Pairing recorded', endTitle: 'End the pairing', toOn: 'Last day', endDone: 'Pairing ended', end: 'End the pairing' },
  addPosting: 'Record a posting', posting: {
    title: 'Record a posted cadre', person: 'Person', known: 'Already recorded', fresh: 'New', personName: 'Name', unit: 'Sending unit', county: 'County', place: 'Town or village', placeHint: 'Down to the village where posted there', kind: 'Kind', post: 'Post', postHint: 'e.g. deputy head of the county', from: 'First day', due: 'Term ends', paper: 'Appointment paper', done: 'Posting recorded',
    handOver: 'Hand over', handOverTitle: '{name} hands over', toOn: 'Last day', successor: 'Successor', successorHint: 'Record the successor’s posting first, then choose it here', handover: 'What was handed over', handoverHint: 'Open tasks, files kept, contacts …', handOverDone: 'Handover recorded', dueOn: 'term ends {day}', overdue: 'term over', tookOver: 'succeeded by {name}', paperOf: 'Paper: {paper}',
  },
  fact: { what: 'What', value: 'Figure', when: 'When', where: 'Where', unit: 'Unit', state: 'State', approx: { about: 'about', over: 'over', under: 'under', at_least: 'at least', at_most: 'at most' } },
  task: { text: 'Task', line: 'Line', plan: 'Plan', due: 'Due', units: 'Units', late: 'late', noDue: 'open' },
  flag: {}, flagYear: '{year}',
  said: { paired: 'Paired with {unit}', pairing_ended: 'Pairing with {unit} ended', renamed: 'Renamed from {from} to {to}', posted: '{person} came as {title}', handed_over: '{person} left' },
};
