import type { unitZh } from '../zh-CN/unit.ts';

/** Units. */
export const unitEn: typeof unitZh = {
  title: 'Units', lead: 'As a tree; renames, moves, ends and mergers keep their history.', empty: 'No units yet', emptyText: 'Set up the leading unit first, then departments, affiliated units and county offices under it.', find: 'Filter by name', kind: 'Kind', shortName: 'Short name', parent: 'Stands under', noParent: '(top)', startedOn: 'Set up on', ended: 'Ended', endedOn: 'ended {day}', mergedInto: 'merged into {name}', place: 'Seat',
  add: 'Set up a unit', addUnder: 'Set up a unit below', addTitle: 'Set up a unit', name: 'Full name', nameHint: 'As on the seal', shortNameHint: 'As people call it', placeHint: 'For a county office: its county', added: 'Unit set up',
  change: 'Rename or move', changeTitle: 'Rename or move “{name}”', validFrom: 'From which day', changeReason: 'Ground', changeReasonHint: 'Number of the paper, or a sentence', changed: 'Change recorded', changeWhy: 'The name and place before stay in the history.',
  endUnit: 'End or merge', endTitle: 'End “{name}”', lastDay: 'Last day', into: 'Merged into', intoHint: 'Empty: it simply ends. Otherwise its work goes to that unit from the next day', unitEnded: 'End recorded',
  history: 'History', below: 'Units below', helped: 'Counties helped', people: 'People', facts: 'Figures', tasks: 'Tasks', merged: 'Merged into it', recorded: 'recorded {moment}', first: 'Set up', now: 'today', helpedEmpty: 'No county recorded.', peopleEmpty: 'Nobody holds a post here yet.', belowEmpty: 'No units below.', factsEmpty: 'No figures about this unit yet.', tasksEmpty: 'No tasks led or supported by this unit yet. Tie tasks to units while reviewing a document and they stand here.',
};
