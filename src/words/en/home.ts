import type { homeZh } from '../zh-CN/home.ts';

/** The first page. */
export const homeEn: typeof homeZh = {
  title: 'Home', hello: 'Hello, {name}', waiting: 'Documents to review', waitingNone: 'No documents wait for you.', pending: '{pending} of {items} to decide', late: 'Late tasks', lateNone: 'No task is late.', due: 'due {day}',
  counties: 'Counties', county: 'County', tasks: 'Tasks', facts: 'Figures', postings: 'Posted cadres', lines: 'Lines of work', line: 'Line', items: 'Tasks', lateItems: 'Late', latest: 'Latest', latestMeeting: 'Latest meeting', latestPlan: 'Latest plan',
  endingPostings: 'Postings ending in 90 days', noCounties: 'No counties yet. Accept a document that tells of a pairing, or record one under Counties.', noLines: 'No tasks yet. They are listed here by line of work once a document is accepted.', agenda: '{count} agenda {count|item|items}', planItems: '{count} {count|task|tasks}',
  standing: 'Where things stand', unnamed: '(untitled)',
  teach: {
    title: 'Begin with a document', lead: 'Bring in the report of a leading-group meeting. Meeting, tasks, figures and counties are read from it sentence by sentence; once you confirm, they become the meeting record, the draft annual plan and the figures of each county.',
    bring: 'Bring in the report', bringText: 'Web page, Word, PDF, or pasted text', review: 'Review it', reviewText: 'The original on one side, what was read on the other; accept, correct or reject', accept: 'Accept at once', acceptText: 'Meeting, draft plan, counties and figures are made together, each tied to its sentence', go: 'Bring in the first document',
    set: 'First set up units and people', setText: 'You are the operator. Documents are brought in by the office of the leading group: give your colleagues there posts and accounts first.', units: 'Set up units', unitsText: 'Departments, affiliated units, county offices, as a tree', people: 'Add people and posts', peopleText: 'One person may hold several posts; a post decides what is seen and done', wait: 'There is nothing in your scope of work yet. Meetings, plans and figures appear here once the office accepts documents.',
  },
};
