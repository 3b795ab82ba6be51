import { abilitiesOf, type Actor } from '../../core/access/reach.ts';
import { dayOf } from '../../core/kernel/plain-date.ts';
import { findPerson } from '../../storage/access/people.ts';
import type { House } from '../house.ts';

/** Who is signed in, with today's posts, and what they may do anywhere. */
export async function whoAmI(house: House, actor: Actor) {
  const today = dayOf(house.clock());
  const person = await findPerson(house.app, 'all', actor.personId);
  const posts = (person?.posts ?? []).filter(
    (post) => post.fromOn <= today && (post.toOn === null || today <= post.toOn),
  );
  return {
    person: { id: actor.personId, name: actor.name },
    login: person?.login ?? null,
    posts: posts.map(({ scope: _, ...post }) => post),
    abilities: abilitiesOf(actor),
  };
}
