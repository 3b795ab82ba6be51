import { rootOf } from '../../core/access/unit-tree.ts';
import type { Actor } from '../../core/access/reach.ts';
import { itemsOf } from '../../core/document/items.ts';
import { fileParams } from '../../core/document/limits.ts';
import { makePage } from '../../core/document/make-page.ts';
import { readPairings } from '../../core/document/pairings/read-pairings.ts';
import { readPage, RULES_VERSION } from '../../core/document/read.ts';
import type { Reading } from '../../core/document/reading.ts';
import { problem, type Problem } from '../../core/kernel/problem.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { openDocument } from '../../formats/open-document.ts';
import { loadUnitTree } from '../../storage/access/actor.ts';
import { listUnits } from '../../storage/access/unit.ts';
import { findByDigest, insertDocument, keepBlob } from '../../storage/document/document.ts';
import { insertItems, type NewItem } from '../../storage/document/reading-item.ts';
import { newId, sha256, type House } from '../house.ts';
import { allow, runAct, type Act } from '../run-act.ts';
import { dayOf } from '../../core/kernel/plain-date.ts';

/** A file that somebody brings. */
export interface BroughtFile {
  actId: string;
  bytes: Buffer;
  fileName: string;
  /** Whose work it is about; null: the root above the person's own unit. */
  unitId: string | null;
  /** Title given by hand for pasted text. */
  title?: string | null;
  example?: boolean;
}

/** Reads a file and keeps it with its reading; the same content again leads to the earlier reading. */
export async function bringDocument(
  house: House,
  actor: Actor,
  file: BroughtFile,
  call: { requestId?: string | null } = {},
): Promise<Result<{ id: string; again: boolean }, Problem>> {
  const today = dayOf(house.clock());
  const unitId = file.unitId ?? (await homeUnit(house, actor));
  if (unitId === null) return refused(problem('access.forbidden'));
  const digest = sha256(file.bytes);
  const opened = await openDocument(file.bytes, file.fileName);
  if (!opened.ok) {
    return refused(...opened.problems.map((one) => problem(one.code, 'file', fileParams(one.params, file.fileName))));
  }
  const world = house.reading();
  const page = makePage(opened.value.source, world.simplify);
  const reading = readPage(page, world);
  const units = await listUnits(house.app, [{ units: null, places: null }], today, false);
  const items = itemsOf(reading, { pairings: readPairings(page, reading.places), units: units });
  const prepared: Prepared = {
    ...file,
    unitId,
    digest,
    reading,
    source: opened.value.source,
    items,
    title: file.title || reading.title,
  };
  const input = { unitId, digest: digest.toString('hex'), fileName: file.fileName, title: file.title ?? null };
  const keep = () =>
    runAct(house, keepDocument(prepared), { actId: file.actId, actor, input, requestId: call.requestId ?? null });
  const kept = await keep();
  // Somebody else brought the same in at the same moment: now it is there, and this leads to it.
  return !kept.ok && kept.problems.some((one) => one.code === 'act.busy') ? keep() : kept;
}

interface Prepared extends Omit<BroughtFile, 'unitId' | 'title'> {
  unitId: string;
  title: string | null;
  digest: Buffer;
  reading: Reading;
  source: {
    format: 'md' | 'html' | 'txt' | 'docx' | 'pdf';
    origin: string | null;
    text: string;
    blocks: object[];
    marks: object[];
  };
  items: ReturnType<typeof itemsOf>;
}

const keepDocument = (p: Prepared): Act<object, { id: string; again: boolean }> => ({
  name: 'document.bring',
  violations: { document_unit_digest_key: 'act.busy' },
  async perform(context) {
    const { tx, now, actor } = context;
    const no = allow(context, 'document.write', { unitIds: [p.unitId], placeIds: [] }, 'document.read');
    if (no !== null) return refused(no);
    const known = await findByDigest(tx, p.unitId, p.digest);
    if (known !== null) return ok({ answer: { id: known, again: true }, subject: { kind: 'document', id: known } });
    const id = newId();
    await keepBlob(tx, p.digest, p.bytes, now);
    await insertDocument(tx, {
      id,
      unitId: p.unitId,
      digest: p.digest,
      fileName: p.fileName.slice(0, 300),
      format: p.source.format,
      title: p.title?.slice(0, 500) ?? null,
      publishedOn: p.reading.publishedOn,
      origin: p.source.origin,
      rulesVersion: RULES_VERSION,
      warnings: p.reading.warnings,
      source: { text: p.source.text, blocks: p.source.blocks, marks: p.source.marks },
      broughtBy: actor.personId,
      now,
      example: p.example === true,
    });
    await insertItems(tx, id, p.items.map(asNew), null, null);
    const after = { unitId: p.unitId, digest: p.digest.toString('hex'), fileName: p.fileName, items: p.items };
    return ok({ answer: { id, again: false }, subject: { kind: 'document', id }, after });
  },
});

function asNew(item: Prepared['items'][number], seq: number): NewItem {
  return { ...item, id: newId(), seq, read: item.value, value: item.value, state: 'pending' };
}

/** The root above the unit of the person's first post that may bring documents in; null: none may. */
async function homeUnit(house: House, actor: Actor): Promise<string | null> {
  const post = actor.posts.find((one) => one.role === 'office') ?? null;
  if (post === null) return null;
  const tree = await loadUnitTree(house.app, dayOf(house.clock()));
  const root = rootOf(tree, post.unitId);
  return post.pairs.some((pair) => pair.places === null && (pair.units === null || pair.units.includes(root)))
    ? root
    : post.unitId;
}
