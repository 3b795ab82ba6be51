import type { readingZh } from '../zh-CN/reading.ts';

/** Doubts and warnings of a reading; codes come from the reading rules, those not listed have a common sentence. */
export const readingEn: typeof readingZh = {
  doubts: {
    'meeting.date_missing': 'The text gives no date',
    'meeting.date_partial': 'The date is incomplete; the day is not clear',
    'meeting.year_assumed': 'No year in the text; taken from the day of publication',
    'meeting.chair_office': 'The chair is named by post only',
    'meeting.name_generic': 'The name is too general; please complete it',
    'meeting.cited': 'The text mentions this meeting; is it the one it reports?',
    'meeting.within_visit': 'A meeting held during a visit; should it be recorded as a meeting?',
    'fact.unit_guessed': 'No unit of measure in the text; taken from the context',
    'fact.what_unclear': 'Not clear what this number states',
    'fact.when_guessed': 'The time is taken from the context',
    'place.ambiguous': 'Several places have this name; chosen by context',
    'pairing.since_unknown': 'The text does not say since when',
    'task.line_unknown': 'No line of work is clear',
    'task.line_close': 'Several lines of work would fit',
    'task.number_dropped': 'A number seems to be missing in the text',
    'task.due_year_unknown': 'The deadline has no year; taken from the context',
    'task.speaker_unknown': 'Not clear who asks for it',
    'document.damaged_text': 'There is damaged text in this sentence',
    'document.damaged_characters': 'Characters in this sentence cannot be restored',
  },
  doubtOther: 'Uncertain; please check against the sentence',
  warnings: {
    'document.body_twice': 'The text is printed twice ({detail} sentences); repeated ones are read once',
    'document.damaged_characters': '{detail} characters are damaged; compare with the original',
    'document.damaged_text': 'Damaged text: {detail}',
    'document.ending_differs': 'The file ending does not fit its content ({detail}); read by content',
    'document.published_from_dateline': 'The page gives no day of publication; {detail} is taken from its dateline',
    'document.encoding_guessed': 'The character encoding is guessed ({detail})',
  },
  warningOther: 'Please compare with the original: {detail}',
};
