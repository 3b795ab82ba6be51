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

  'indicator.units_mixed': 'invalid',
  'indicator.unit': 'invalid',
  'indicator.level': 'invalid',
  'indicator.period': 'invalid',
  'indicator.kind_unknown': 'invalid',
  'indicator.no_measure': 'invalid',
  'indicator.no_roster': 'invalid',
  'indicator.facet': 'invalid',
  'indicator.unchanged': 'conflict',
  'indicator.version_exists': 'conflict',
  'figure.level_none': 'invalid',
  'target.exists': 'conflict',
  'target.withdrawn': 'conflict',
  'target.not_a_number': 'invalid',

  'ledger.changed_meanwhile': 'conflict',
  'ledger.step_unfit': 'conflict',
  'ledger.same_person': 'conflict',
  'ledger.reporter_only': 'conflict',
  'ledger.evidence_missing': 'invalid',
  'ledger.evidence_unknown': 'invalid',
  'ledger.counted_already': 'conflict',
  'ledger.counted_elsewhere': 'conflict',
  'ledger.period_closed': 'conflict',
  'ledger.no_difference': 'invalid',
  'ledger.settle_other_side': 'conflict',
  'ledger.measure_not_asked': 'invalid',
  'ledger.place_outside': 'invalid',
  'ledger.tie_itself': 'invalid',
  'ledger.tie_dead': 'conflict',
  'ledger.has_ties': 'conflict',
  'ledger.reversed_already': 'conflict',
  'ledger.reversal_first': 'conflict',
  'ledger.joint_fixed': 'conflict',
  'ledger.joint_not_whole': 'conflict',
  'ledger.shares_sum': 'invalid',
  'ledger.share_twice': 'invalid',
  'ledger.joint_amount': 'invalid',
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
