import * as bulk from './bulk.ts';
import * as document from './document.ts';
import * as imports from './import.ts';
import * as job from './job.ts';
import * as evidence from './evidence.ts';
import * as figure from './figure.ts';
import * as indicator from './indicator.ts';
import * as kind from './kind.ts';
import * as ledger from './ledger.ts';
import * as ledgerActs from './ledger-acts.ts';
import * as pairing from './pairing.ts';
import * as people from './people.ts';
import * as exports from './export.ts';
import * as period from './period.ts';
import * as place from './place.ts';
import type { Route } from './route.ts';
import * as session from './session.ts';
import * as suspect from './suspect.ts';
import * as unit from './unit.ts';
import * as work from './work.ts';

const isRoute = (value: unknown): value is Route =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value;

/** Every route there is, in the order of the reference. */
export const ROUTES: readonly Route[] = [
  session,
  place,
  unit,
  people,
  pairing,
  document,
  work,
  kind,
  ledger,
  ledgerActs,
  period,
  bulk,
  exports,
  suspect,
  job,
  imports,
  evidence,
  indicator,
  figure,
].flatMap((noun) => Object.values(noun).filter(isRoute));
