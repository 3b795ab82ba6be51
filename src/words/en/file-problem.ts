import type { fileProblemZh } from '../zh-CN/file-problem.ts';

/** Why a file cannot be read, and the way out. */
export const fileProblemEn: typeof fileProblemZh = {
  'file.not_found': 'There is no such file.',
  'file.not_readable': 'The system does not let us read this file ({detail}).',
  'file.empty': 'The file is empty.',
  'file.too_large': 'The file is too large ({bytesMb} MB); the limit is {limitMb} MB.',
  'file.no_text': 'The file has no text to read.',
  'file.scanned':
    'This is a scan ({pages} pages of images without text). Please run text recognition (OCR) first or find the original.',
  'file.encrypted': 'The file has a password. Please remove it first.',
  'file.damaged': 'The file is damaged and cannot be opened. Please download or save it again.',
  'file.bomb': 'The file unpacks to an abnormal size and was refused.',
  'file.is_image': 'This is an image ({kind}), not text. Please run text recognition (OCR) first.',
  'file.is_spreadsheet': 'This is a spreadsheet ({kind}). Please use import for sheets; only texts are read here.',
  'file.is_old_word': 'This is an old Word file (.doc). Please save it as .docx.',
  'file.is_presentation': 'This is a presentation ({kind}). Please save it as PDF or Word.',
  'file.is_archive': 'This is an archive ({kind}). Please unpack it and choose a file inside.',
  'file.is_ofd': 'This is an OFD file. Please save it as PDF or Word.',
  'file.is_odf': 'This is an OpenDocument file. Please save it as .docx.',
  'file.is_rtf': 'This is an RTF file. Please save it as .docx.',
  'file.is_media': 'This is audio or video ({kind}), not text.',
  'file.is_program': 'This is a program, not text.',
  'file.unknown_kind': 'The content is not known. Readable are Markdown, HTML, TXT, DOCX and PDF with text.',
};
