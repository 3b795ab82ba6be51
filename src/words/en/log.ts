import type { logZh } from '../zh-CN/log.ts';

/** The log. */
export const logEn: typeof logZh = {
  title: 'Log', lead: 'Who, as which post, when, did what. Only added to, sealed in chains.', act: 'Act', person: 'Person', post: 'Post', at: 'When', subject: 'Subject', sealed: 'Sealed', notSealed: 'Not yet', sealedWhy: 'Chained with SM3: a change would be found', system: 'System', empty: 'Nothing logged yet.', actFilter: 'Act', id: 'Number',
  acts: {
    'start.first': 'First operator', 'session.open': 'Signed in', 'session.close': 'Signed out', 'session.end': 'Ended a session', 'password.change': 'Changed the password', 'password.set': 'Set a password', 'token.make': 'Made a token', 'token.end': 'Ended a token', 'unit.add': 'Set up a unit', 'unit.change': 'Changed a unit', 'unit.end': 'Ended a unit', 'people.add': 'Added a person', 'people.post': 'Added a post', 'people.end_post': 'Ended a post', 'people.reset': 'Reset a password', 'people.disable': 'Closed or opened an account', 'pairing.add': 'Recorded a pairing', 'pairing.end': 'Ended a pairing', 'posting.add': 'Recorded a posting', 'posting.hand_over': 'Handed over', 'county.add_event': 'Added to a timeline', 'county.withdraw_event': 'Took a line back', 'document.bring': 'Brought a document', 'document.paste': 'Pasted a document', 'document.review': 'Reviewed', 'document.accept': 'Accepted a document', 'document.withdraw': 'Took an acceptance back',
  },
  subjects: { unit: 'Unit', person: 'Person', post: 'Post', pairing: 'Pairing', posting: 'Posting', county_event: 'Timeline', document: 'Document', meeting: 'Meeting', plan: 'Plan', account: 'Account', session: 'Session', token: 'Token', county: 'County' },
};
