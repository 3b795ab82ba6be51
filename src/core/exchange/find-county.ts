import type { Gazetteer } from '../place/gazetteer.ts';
import { problem, type Problem } from '../kernel/problem.ts';
import { ok, refused, type Result } from '../kernel/result.ts';

/**
 * The county that a cell names: by its code (also one of other years), its name, a short or former name, or with the
 * divisions above it written before (河北省石家庄市灵寿县). Of several with one name the ones in `preferred` go first.
 * Problems: import.place_unknown, import.place_ambiguous.
 */
export function findCounty(
  text: string,
  gazetteer: Gazetteer,
  preferred: ReadonlySet<string>,
): Result<string, Problem> {
  const bare = text.replace(/[\s,，、/>-]+/g, '');
  const unknown = () => refused(problem('import.place_unknown', undefined, { place: text.slice(0, 60) }));
  const named = /^\d{6}(\d{6})?$/.test(bare) ? codeOf(bare, gazetteer) : idsNamed(bare, gazetteer);
  if (named.length === 0) return unknown();
  const reached = named.filter((id) => preferred.has(id));
  const ids = reached.length > 0 ? reached : named;
  if (ids.length === 1) return ok(ids[0] ?? '');
  const list = ids.slice(0, 6).map((id) => fullName(id, gazetteer));
  return refused(problem('import.place_ambiguous', undefined, { place: text, list: list.join('、') }));
}

function codeOf(code: string, gazetteer: Gazetteer): string[] {
  const id = gazetteer.byCode(code.slice(0, 6));
  return id === null || id.length !== 6 ? [] : [id];
}

/** The names of the divisions above, and its own: 河北省石家庄市灵寿县. */
const fullName = (id: string, gazetteer: Gazetteer): string =>
  gazetteer
    .path(id)
    .map((one) => gazetteer.place(one)?.name ?? '')
    .join('');

/** Counties that the whole text may mean, each division before them being one above. Official names go before short ones. */
function idsNamed(text: string, gazetteer: Gazetteer): string[] {
  let above: readonly string[] | null = null;
  for (let at = 0; at < text.length;) {
    const found = gazetteer.matchAt(text, at);
    if (found === null) return [];
    const all: { id: string; strength: string }[] = found.meanings.filter(
      (one) => above === null || above.some((higher) => one.id.startsWith(higher) && one.id !== higher),
    );
    at += found.form.length;
    if (at < text.length) {
      above = all.map((one) => one.id);
      continue;
    }
    const counties = all.filter((one) => one.id.length === 6);
    const full = counties.filter((one) => one.strength === 'full');
    return [...new Set((full.length > 0 ? full : counties).map((one) => one.id))];
  }
  return [];
}
