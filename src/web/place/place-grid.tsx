import { Link } from 'react-router';
import type { z } from 'zod';
import type { place } from '../../contract/place.ts';

/** Places side by side with their codes: as many in a row as the window holds. */
export function PlaceGrid({ places }: { places: z.output<typeof place>[] }) {
  return (
    <ul className="bf-place-grid">
      {places.map((one) => (
        <li key={one.id}>
          <Link to={`/places/${one.id}`}>{one.name}</Link>
          <span className="bf-quiet bf-small bf-num">{one.code}</span>
        </li>
      ))}
    </ul>
  );
}
