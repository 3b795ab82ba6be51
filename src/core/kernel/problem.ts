/** What kind of no it is; `api/refuse.ts` alone turns it into HTTP. */
export type ProblemKind =
  'invalid' | 'unauthenticated' | 'forbidden' | 'missing' | 'conflict' | 'gone' | 'busy' | 'internal';

/** Every problem that the product can answer, with its kind. The sentences are in the words. */
export const PROBLEMS = {
  'input.invalid': 'invalid',
  'input.required': 'invalid',
  'input.too_long': 'invalid',
  'input.not_a_date': 'invalid',
  'input.dates_reversed': 'invalid',
  'act.id_used': 'conflict',
  'act.busy': 'busy',
  internal: 'internal',
  not_found: 'missing',

  'session.required': 'unauthenticated',
  'session.wrong': 'unauthenticated',
  'session.locked': 'busy',
  'session.disabled': 'unauthenticated',
  'session.too_many': 'busy',
  'access.forbidden': 'forbidden',
  'access.missing': 'missing',
  'start.link_wrong': 'missing',
  'start.done': 'gone',
  'password.too_short': 'invalid',
  'password.wrong': 'invalid',
  'account.login_taken': 'conflict',
  'account.login_form': 'invalid',
  'token.term': 'invalid',
  'token.ability': 'invalid',

  'unit.cycle': 'invalid',
  'unit.ended': 'conflict',
  'unit.merge_itself': 'invalid',
  'unit.version_exists': 'conflict',
  'unit.has_children': 'conflict',
  'post.ended': 'conflict',
  'post.last_operator': 'conflict',
  'person.exists': 'conflict',

  'place.unknown': 'invalid',
  'place.not_a_county': 'invalid',
  'pairing.exists': 'conflict',
  'pairing.ended': 'conflict',
  'posting.ended': 'conflict',
  'posting.county_not_paired': 'invalid',
  'county_event.withdrawn': 'conflict',

  'file.not_found': 'missing',
  'file.not_readable': 'invalid',
  'file.empty': 'invalid',
  'file.too_large': 'invalid',
  'file.unknown_kind': 'invalid',
  'file.is_image': 'invalid',
  'file.is_spreadsheet': 'invalid',
  'file.is_old_word': 'invalid',
  'file.is_presentation': 'invalid',
  'file.is_archive': 'invalid',
  'file.is_ofd': 'invalid',
  'file.is_odf': 'invalid',
  'file.is_rtf': 'invalid',
  'file.is_media': 'invalid',
  'file.is_program': 'invalid',
  'file.damaged': 'invalid',
  'file.encrypted': 'invalid',
  'file.scanned': 'invalid',
  'file.bomb': 'invalid',
  'file.no_text': 'invalid',
  'file.missing': 'invalid',

  'document.not_in_review': 'conflict',
  'document.not_accepted': 'conflict',
  'document.not_withdrawn': 'conflict',
  'document.nothing_accepted': 'invalid',
  'reading.item_missing': 'invalid',
  'reading.range': 'invalid',
  'reading.one_meeting': 'conflict',
  'plan.exists': 'conflict',
  'plan.not_draft': 'conflict',
  'meeting.exists': 'conflict',

  'sheet.empty': 'invalid',
  'sheet.too_large': 'invalid',
  'sheet.too_many_cells': 'invalid',
  'sheet.encrypted': 'invalid',
  'sheet.damaged': 'invalid',
  'sheet.bomb': 'invalid',
  'sheet.is_xlsm': 'invalid',
  'sheet.is_xlsb': 'invalid',
  'sheet.is_old_xls': 'invalid',
  'sheet.is_ods': 'invalid',
  'sheet.is_xml': 'invalid',
  'sheet.not_a_table': 'invalid',
  'sheet.encoding': 'invalid',
  'sheet.open_quote': 'invalid',
  'sheet.row_too_long': 'invalid',
  'sheet.no_header': 'invalid',
  'sheet.no_such_sheet': 'invalid',
  'cell.error': 'invalid',
  'cell.uncalculated': 'invalid',
  'cell.not_money': 'invalid',
  'cell.money_unit_unknown': 'invalid',
  'cell.money_too_fine': 'invalid',
  'cell.negative': 'invalid',
  'cell.too_big': 'invalid',
  'cell.not_a_number': 'invalid',
  'cell.not_whole': 'invalid',
  'cell.too_fine': 'invalid',
  'cell.not_a_date': 'invalid',
  'cell.year_of_two_digits': 'invalid',
  'cell.no_such_day': 'invalid',
  'cell.id_scientific': 'invalid',
  'cell.id_lost_digits': 'invalid',
  'cell.id_is_date': 'invalid',
  'cell.not_yes_no': 'invalid',
  'cell.not_in_list': 'invalid',
  'cell.too_long': 'invalid',
  'cell.other_unit': 'invalid',
  'cell.month_ambiguous': 'invalid',
  'cell.merged_amount': 'invalid',
} as const satisfies Record<string, ProblemKind>;

/** The code of a problem. */
export type ProblemCode = keyof typeof PROBLEMS;

/** One reason why a thing was not done. `at` names the field (`posts.0.from`); `params` fill the sentence. */
export interface Problem {
  code: ProblemCode;
  at?: string;
  params?: Record<string, string | number>;
}

/** A problem in one line. */
export function problem(code: ProblemCode, at?: string, params?: Record<string, string | number>): Problem {
  return { code, ...(at === undefined ? {} : { at }), ...(params === undefined ? {} : { params }) };
}
