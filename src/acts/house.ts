import { createHash, randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import { buildId } from '../core/kernel/id.ts';
import type { Instant } from '../core/kernel/plain-date.ts';
import type { Simplify } from '../core/document/simplify.ts';
import type { Gazetteer } from '../core/place/gazetteer.ts';
import { loadGazetteer } from '../formats/place-pack.ts';
import { loadSimplify } from '../formats/reading-data.ts';
import { inRoot } from '../root.ts';

/** Place names and the change of script. */
export interface ReadingWorld {
  gazetteer: Gazetteer;
  simplify: Simplify;
}

/** Loads the shipped data of the reader when it is first asked for. */
export function shippedReading(): () => ReadingWorld {
  let world: ReadingWorld | null = null;
  return () =>
    (world ??= {
      gazetteer: loadGazetteer(inRoot('data', 'places')),
      simplify: loadSimplify(inRoot('data', 'reading')),
    });
}

/** What every act stands on: the database as the app's role, the clock, and what is loaded once. */
export interface House {
  app: Pool;
  clock(): Instant;
  /** What the reader of documents knows of the world, loaded at first use. */
  reading(): ReadingWorld;
}

/** The clock of the machine. */
export const machineClock = (): Instant => new Date().toISOString() as Instant;

/** A new UUIDv7. */
export const newId = (): string => buildId(Date.now(), randomBytes(10));

/** SM3 of a text (the hash of the log's chain). */
export const sm3 = (...parts: (string | Buffer)[]): Buffer =>
  parts.reduce((hash, part) => hash.update(part), createHash('sm3')).digest();

/** SHA-256 of bytes (files, cookies, tokens). */
export const sha256 = (bytes: string | Buffer): Buffer => createHash('sha256').update(bytes).digest();

/** A secret of 32 random bytes in base64url. */
export const newSecret = (): string => randomBytes(32).toString('base64url');
