import type { sessionZh } from '../zh-CN/session.ts';

/** First start, sign-in, password, sessions, tokens. */
export const sessionEn: typeof sessionZh = {
  signIn: 'Sign in', login: 'Sign-in name', password: 'Password', newPassword: 'New password', oldPassword: 'Old password', again: 'Once more', notSame: 'The two are not the same.', passwordRule: 'At least 10 characters; no special signs needed. A phrase you remember is best.',
  showPassword: 'Show the password', forgot: 'Forgot the password? Ask the operator for a link to set a new one.', notStarted: 'There is no first operator yet. Please open the link that the terminal printed at the start.',
  lostTitle: 'You have been signed out', lostText: 'Please sign in again. What you typed on this page is still here.', otherPerson: 'Another account: back to the first page.',
  start: {
    title: 'Set up Bangfu', lead: 'The first operator and the leading unit, about a minute. Units and people can be added at any time.', noLink: 'The link is not complete. Please copy the whole link from the terminal.', done: 'Bangfu is already set up.', toSignIn: 'Sign in',
    you: 'You', unit: 'Your unit', name: 'Name', nameHint: 'e.g. Zhang San', loginHint: 'small letters and digits, e.g. zhangsan', unitName: 'Full name of the unit', unitHint: 'The unit that leads the assistance', unitWhy: 'Its leading group office, departments and affiliated units will stand under it.',
    begin: 'How to begin', empty: 'Start empty', emptyText: 'Only base data such as the divisions. First step: bring in the report of a leading-group meeting; meeting, tasks and figures are read from it and you confirm them one by one.', emptyFor: 'For real work',
    example: 'Start with the worked example', exampleText: 'A complete example is filled in: a leading-group meeting, the plan of the year, three paired counties with their figures. Whatever is made up is marked “Sample”.', exampleFor: 'To try and to teach',
    submit: 'Set up and enter', working: 'Setting up…',
  },
  set: { title: 'Set a password', lead: 'After this you can sign in; the link ends with it.', noLink: 'The link is not complete. Please copy the whole link that the operator gave you.', submit: 'Set and sign in' },
  account: {
    title: 'My account', sessions: 'Sessions', sessionsLead: 'Where you are signed in. End what you do not recognise, and change the password.', current: 'This one', startedAt: 'Signed in', seenAt: 'Last used', endsAt: 'Ends', address: 'Network address', agent: 'Browser',
    endSession: 'End', endSessionAsk: 'End this session?', tokens: 'Access tokens', tokensLead: 'For scripts; never more than you may do yourself. A token is shown once, when it is made.', makeToken: 'Make a token', tokenName: 'What for', tokenNameHint: 'e.g. weekly export of the plan', abilities: 'Abilities', endsOn: 'Valid until',
    tokenShown: 'The token is made. It is shown only now: copy and keep it.', tokenUsed: 'Last used', tokenNever: 'Never', tokenState: 'State', tokenOpen: 'Valid', tokenEnded: 'Ended', tokenExpired: 'Expired', endToken: 'End', endTokenAsk: 'Scripts that use it stop working at once.', noTokens: 'No tokens yet. Make one here when a script is to read data.',
    password: 'Password', passwordLead: 'All other sessions end with the change.', passwordDone: 'The password is changed; other sessions have ended.', change: 'Change the password', display: 'Display', displayLead: 'Only for you, kept on this device.', posts: 'Posts', unknownAgent: 'Unknown',
  },
};
