import { createHash, randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import { buildId } from '../core/kernel/id.ts';
import type { Instant } from '../core/kernel/plain-date.ts';
import type { Gazetteer } from '../core/place/gazetteer.ts';

/** What every act stands on: the database as the app's role, the clock, and what is loaded once. */
export interface House {
  app: Pool;
  clock(): Instant;
  /** Place names for the reader, loaded at first use. */
  gazetteer(): Promise<Gazetteer>;
}

/** The clock of the machine. */
export const machineClock = (): Instant => new Date().toISOString() as Instant;

/** A new UUIDv7. */
export const newId = (): string => buildId(Date.now(), randomBytes(10));

/** SM3 of a text (the hash of the log's chain). */
export const sm3 = (...parts: (string | Buffer)[]): Buffer => parts.reduce((hash, part) => hash.update(part), createHash('sm3')).digest();

/** SHA-256 of bytes (files, cookies, tokens). */
export const sha256 = (bytes: string | Buffer): Buffer => createHash('sha256').update(bytes).digest();

/** A secret of 32 random bytes in base64url. */
export const newSecret = (): string => randomBytes(32).toString('base64url');
