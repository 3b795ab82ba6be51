import type { bringZh } from '../zh-CN/bring.ts';

/** Bringing documents in: dropped, chosen, pasted. */
export const bringEn: typeof bringZh = {
  bring: {
    title: 'Bring in documents',
    drop: 'Drop files anywhere on this page',
    dropNow: 'Let go to bring in',
    kinds:
      'Word (.docx), PDF with text, web pages (.html), Markdown and TXT can be read, up to {limit} each, several at once.',
    choose: 'Choose files',
    paste: 'Paste text',
    sending: 'Sending {percent}%',
    reading: 'Reading sentence by sentence…',
    waiting: 'Waiting',
    done: 'Read',
    again: 'This document was brought in before; it was not taken twice',
    openEarlier: 'Open the earlier review',
    open: 'Begin the review',
    failed: 'Not brought in',
    stopped: 'Cancelled',
    stop: 'Cancel',
    retry: 'Try again',
    dismiss: 'Clear the finished',
    listLabel: 'Progress',
    summary: '{done} of {all} dealt with',
  },
  paste: {
    title: 'Paste text',
    lead: 'Copy from a web page, WPS, Word or a chat and paste it below. Tables and bold text are kept.',
    name: 'Title',
    nameHint: 'Taken from the text if left empty',
    text: 'Text',
    textHint: 'Paste here (Ctrl+V)',
    rich: 'Layout kept: {count} characters',
    plain: '{count} {count|character|characters}',
    asPlain: 'Use plain text',
    submit: 'Read it',
    tooLong: 'Too long: 2 million characters at most.',
  },
};
