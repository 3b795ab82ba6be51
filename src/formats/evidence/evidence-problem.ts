import type { EvidenceKind, EvidenceMediaType } from '../../core/ledger/evidence.ts';
import type { ProblemCode } from '../../core/kernel/problem.ts';

/** What a file of evidence is, told by its content. Where a photo was taken (GPS) is never read. */
export interface Inspected {
  mediaType: EvidenceMediaType;
  kind: EvidenceKind;
  /** Of a photo as it is seen, in pixels. */
  width?: number;
  height?: number;
  /** `2021-06-04 15:30:12` as the camera wrote it, without a zone. */
  takenAt?: string;
  /** Perceptual digest: four times 8 bytes, the photo upright and turned by 90°, 180° and 270°. */
  look?: Uint8Array;
  /** Of a PDF, as far as they could be counted. */
  pages?: number;
}

/** Why a file cannot be evidence; `kind` says what the content is, `bytes` and `limit` are bytes, `pixels` a count. */
export interface EvidenceProblem {
  code: Extract<ProblemCode, `file.${string}` | `evidence.${string}`>;
  params: { kind?: string; bytes?: number; limit?: number; width?: number; height?: number };
}

/** Thrown inside this folder only; `inspectFile` turns it into a result. */
export class UnfitFile extends Error {
  readonly problem: EvidenceProblem;
  constructor(code: EvidenceProblem['code'], params: EvidenceProblem['params'] = {}) {
    super(code);
    this.problem = { code, params };
  }
}

/** Lets other requests have their turn when this one has worked for longer than a few milliseconds. */
export class Breath {
  private since = performance.now();

  /** Waits for the next turn of the loop when the last one is 15 ms ago. */
  async take(): Promise<void> {
    if (performance.now() - this.since < 15) return;
    await new Promise((wake) => setImmediate(wake));
    this.since = performance.now();
  }
}
