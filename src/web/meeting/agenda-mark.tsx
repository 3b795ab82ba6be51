import { AGENDA_TYPES, type AgendaType } from '../../core/document/reading.ts';

/** The type of an agenda item, in the colour of its type. */
export function AgendaMark({ type }: { type: AgendaType }) {
  return <span className={`mt-type is-${AGENDA_TYPES.indexOf(type)}`}>{type}</span>;
}
