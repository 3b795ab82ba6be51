import type { PoolClient } from 'pg';

const PERSON = "'00000000-0000-7000-8000-00000000000a'::uuid";

/** What hangs on the entries: a first step of each that is not posted and of a tenth of the others, a file for three of a hundred, rosters of classes, findings (a third of them open). */
export async function fillAround(client: PoolClient, told: (what: string) => void): Promise<void> {
  const parts = { steps: STEPS, files: FILES, 'files of entries': ENTRY_FILES, rosters: ROSTERS, findings: FINDINGS };
  for (const [name, text] of Object.entries(parts)) {
    await client.query(text);
    told(name);
  }
}

const STEPS = `
insert into entry_step (county_id, entry_id, seq, step, from_state, to_state, person_id, at)
select county_id, id, 1, 'report', null, 'reported', reported_by, reported_at from entry where state <> 'posted' or right(number, 1) = '1'`;

const FILES = `
insert into evidence (county_id, id, unit_id, digest, look, file_name, media_type, size, brought_by, brought_at)
select county_id, id, unit_id, sha256(convert_to(right(number, 7), 'UTF8')), case when right(number, 2) <> '20' then sha256(convert_to('look' || right(number, 7), 'UTF8')) end,
  '照片' || right(number, 7) || '.jpg', 'image/jpeg', 200000, reported_by, reported_at
from entry where source = 'import' and right(number, 2) in ('20', '55', '81') and length(right(number, 8)) = 8 and reverses is null and tied_to is null`;

const ENTRY_FILES = `
insert into entry_evidence (county_id, entry_id, evidence_id, demand, added_by, added_at, fixed)
select v.county_id, v.id, v.id, 'other', v.brought_by, v.brought_at, e.state = 'posted' from evidence v join entry e on e.county_id = v.county_id and e.id = v.id`;

/** Five people a class, of fifty thousand who come again. */
const ROSTERS = `
insert into entry_person (county_id, entry_id, seq, name, id_hash, id_tail, times, posted_at, kind, counted_on, unit_id, slice)
select county_id, id, n, '学员' || n, sha256(convert_to('person' || (right(number, 7)::int * 5 + n) % 50000, 'UTF8')), '0000', 1, posted_at, case when state = 'posted' then kind end, case when state = 'posted' then counted_on end, case when state = 'posted' then unit_id end, case when state = 'posted' then slice end
from entry, generate_series(1, 5) n where kind = 'training' and source = 'import' and right(number, 1) = '3' and reverses is null and tied_to is null`;

const FINDINGS = `
insert into suspect (county_id, id, entry_id, kind, unit_id, counted_on, code, params, found_at, outcome, reason, settled_by, settled_at)
select county_id, id, id, kind, unit_id, counted_on, 'round_amount', jsonb_build_object('amountFen', amount_fen::text), reported_at,
  case when settled then 'fine' end, case when settled then '属实' end, case when settled then ${PERSON} end, case when settled then reported_at end
from (select e.*, right(number, 3) <> '500' as settled from entry e where right(number, 3) in ('500', '600', '700') and amount_fen is not null and state <> 'tied') e`;
