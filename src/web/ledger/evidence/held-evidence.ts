import { OTHER_DEMAND, type EvidenceKind } from '../../../core/ledger/evidence.ts';
import type { EvidenceDemand } from '../../../core/ledger/kind.ts';
import { words } from '../../../words/words.ts';
import type { HeldEvidence } from './evidence-upload.tsx';

/** A file in a gallery: `others` counts other entries that use the same, where that is known. */
export interface ShownEvidence extends HeldEvidence {
  others: number;
}

/** What every entry may have beside the demands of its kind. */
export const OTHER: EvidenceDemand = {
  code: OTHER_DEMAND,
  name: { zh: words['zh-CN'].evidence.other, en: words.en.evidence.other },
  accepts: ['photo', 'pdf', 'office', 'invoice'],
  least: 0,
};

/** Files by demand: first the demands of the kind, then what meets none of them (or one that the kind no longer has). */
export function byDemand<T extends { demand: string }>(
  demands: readonly EvidenceDemand[],
  files: readonly T[],
): { demand: EvidenceDemand; files: T[] }[] {
  const known = new Set(demands.map((one) => one.code));
  return [...demands.filter((one) => one.code !== OTHER_DEMAND), OTHER].map((demand) => ({
    demand,
    files: files.filter((one) =>
      demand.code === OTHER_DEMAND ? one.demand === OTHER_DEMAND || !known.has(one.demand) : one.demand === demand.code,
    ),
  }));
}

const CHOOSE: Record<EvidenceKind, string> = {
  photo: 'image/jpeg,image/png,image/webp,image/heic,.heic',
  pdf: 'application/pdf,.pdf',
  office: '.docx,.xlsx,.pptx',
  invoice: '.ofd,.xml',
};

/** What the chooser of files offers for a demand; the server looks at the content all the same. */
export const chooserOf = (demand: EvidenceDemand): string => demand.accepts.map((kind) => CHOOSE[kind]).join(',');
