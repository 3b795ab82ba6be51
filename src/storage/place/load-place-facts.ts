import type { ClientBase } from 'pg';
import type { Gazetteer } from '../../core/place/gazetteer.ts';
import type { PlaceId } from '../../core/place/place.ts';

/** A flag of a county as it is shipped; `sources` are keys of the citations. */
export interface PlaceFlag {
  placeId: string | null;
  flag: string;
  nameInSource: string;
  exitYear: number | null;
  sources: string[];
  doubt: string | null;
}

/** Writes names by year and flags anew from the shipped files; inside the caller's transaction, after the divisions. */
export async function loadPlaceFacts(
  client: ClientBase,
  facts: {
    gazetteer: Gazetteer;
    changed: readonly PlaceId[];
    flags: readonly PlaceFlag[];
    citations: Record<string, string>;
    doubtOf: (id: PlaceId, name: string) => string | null;
  },
): Promise<void> {
  const names = facts.changed.flatMap((id) =>
    facts.gazetteer.names(id).map((name, index) => ({ ...name, seq: index + 1 })),
  );
  await client.query('delete from place_name');
  await client.query(
    `insert into place_name (place_id, seq, name, code, valid_from, valid_to, kind, also, source, doubt)
     select r.place_id, r.seq, r.name, r.code, r.valid_from, r.valid_to, r.kind, r.also, r.source, r.doubt
     from jsonb_to_recordset($1::jsonb) as r (place_id text, seq smallint, name text, code text, valid_from smallint, valid_to smallint, kind text, also text[], source text, doubt text)`,
    [
      JSON.stringify(
        names.map((name) => ({
          place_id: name.placeId,
          seq: name.seq,
          name: name.name,
          code: name.code,
          valid_from: name.since,
          valid_to: name.until,
          kind: name.kind,
          also: name.also,
          source: name.source,
          doubt: facts.doubtOf(name.placeId, name.name),
        })),
      ),
    ],
  );
  await client.query('delete from place_flag');
  await client.query('delete from place_flag_source');
  await client.query('insert into place_flag_source (id, citation) select key, value from jsonb_each_text($1::jsonb)', [
    JSON.stringify(facts.citations),
  ]);
  const flags = facts.flags.filter((flag) => flag.placeId !== null);
  await client.query(
    `insert into place_flag (place_id, flag, name_in_source, exit_year, sources, doubt)
     select r.place_id, r.flag, r.name_in_source, r.exit_year, r.sources, r.doubt
     from jsonb_to_recordset($1::jsonb) as r (place_id text, flag text, name_in_source text, exit_year smallint, sources text[], doubt text)`,
    [
      JSON.stringify(
        flags.map((flag) => ({
          place_id: flag.placeId,
          flag: flag.flag,
          name_in_source: flag.nameInSource,
          exit_year: flag.exitYear,
          sources: flag.sources,
          doubt: flag.doubt,
        })),
      ),
    ],
  );
}
