import type { Settings } from '../../settings.ts';
import { migrate } from '../../storage/database/migrate.ts';
import { openDatabase, type Database } from '../../storage/database/open-database.ts';
import { machineClock, shippedReading, type House } from '../house.ts';

/** A house with its database open and migrated. */
export interface OpenHouse {
  house: House;
  database: Database;
  close(): Promise<void>;
}

/** Opens the database, brings its tables up to date, and gives the house that acts stand on. Throws `StartProblem`. */
export async function openHouse(settings: Pick<Settings, 'databaseUrl' | 'dataFolder'>): Promise<OpenHouse> {
  const database = await openDatabase(settings);
  try {
    await migrate(database.owner);
  } catch (error) {
    await database.close();
    throw error;
  }
  return {
    house: { app: database.app, clock: machineClock, reading: shippedReading() },
    database,
    close: () => database.close(),
  };
}
