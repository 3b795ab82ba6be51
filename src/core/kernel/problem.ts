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

  'kind.exists': 'conflict',
  'kind.code_differs': 'invalid',
  'kind.same': 'conflict',
  'kind.unit_changed': 'invalid',
  'kind.measure_gone': 'invalid',
  'kind.code_form': 'invalid',
  'kind.code_twice': 'invalid',
  'kind.code_reserved': 'invalid',
  'kind.text_missing': 'invalid',
  'kind.unit_missing': 'invalid',
  'kind.unit_unneeded': 'invalid',
  'kind.derived': 'invalid',
  'kind.choices_none': 'invalid',
  'kind.choices_unneeded': 'invalid',
  'kind.synonym_twice': 'invalid',
  'kind.facets_many': 'invalid',
  'kind.facet_type': 'invalid',
  'kind.unknown_part': 'invalid',
  'kind.too_deep': 'invalid',
  'kind.rule_value': 'invalid',
  'kind.rule_number': 'invalid',
  'kind.number_form': 'invalid',
  'kind.key_empty': 'invalid',

  'ledger.required': 'invalid',
  'ledger.not_asked': 'invalid',
  'ledger.measure_not_asked': 'invalid',
  'ledger.unknown_field': 'invalid',
  'ledger.not_money': 'invalid',
  'ledger.not_decimal': 'invalid',
  'ledger.not_whole': 'invalid',
  'ledger.not_positive': 'invalid',
  'ledger.too_large': 'invalid',
  'ledger.too_long': 'invalid',
  'ledger.odd_signs': 'invalid',
  'ledger.not_a_date': 'invalid',
  'ledger.in_future': 'invalid',
  'ledger.too_early': 'invalid',
  'ledger.unknown_choice': 'invalid',
  'ledger.not_yes_no': 'invalid',
  'ledger.not_a_place': 'invalid',
  'ledger.credit_code': 'invalid',
  'ledger.phone': 'invalid',
  'ledger.order_number': 'invalid',
  'ledger.id_number': 'invalid',
  'ledger.roster_not_asked': 'invalid',
  'ledger.roster_differs': 'invalid',
  'ledger.roster_times': 'invalid',
  'ledger.roster_twice': 'invalid',
  'ledger.rule': 'invalid',
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
