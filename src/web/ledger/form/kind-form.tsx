import { Form, Input } from 'antd';
import type { ReactNode } from 'react';
import type { FieldDefinition, KindDefinition } from '../../../core/ledger/kind.ts';
import { useWords } from '../../client/use-words.ts';
import { DayInput } from '../../parts/day-input.tsx';
import { PlaceSelect } from '../../parts/place-select.tsx';
import { EvidenceUpload } from '../evidence/evidence-upload.tsx';
import { useSay } from '../use-say.ts';
import { FieldInput } from './field-input.tsx';
import { MeasureFields } from './measure-fields.tsx';
import { RosterGrid } from './roster-grid.tsx';
import '../style/kind-form.css';

interface KindFormProps {
  kind: KindDefinition;
  countyId: string | null;
  unitId: string | null;
  /** The entry where it is kept already: its evidence hangs on it and not on the form. */
  entryId: string | null;
  /** What is wrong with cells of the roster, by `row.column`. */
  wrongCells: ReadonlyMap<string, string>;
  /** A town or village that is known by name. */
  place?: { id: string; name: string };
  /** Roster and personal fields stay as they are kept; this says so in place of the roster. */
  personalKept?: ReactNode;
}

/** The fields of an entry, drawn from what its kind says and from nothing else. Stands inside a form whose names are those of the body. */
export function KindForm(props: KindFormProps) {
  const { kind, countyId, place, personalKept } = props;
  const { ledger } = useWords();
  const say = useSay();
  const { form: said } = ledger;
  return (
    <>
      <Part title={said.parts.figures}>
        <div className="lg-fields">
          <Form.Item
            name="occurredOn"
            label={say(kind.countsOn)}
            required
            className="lg-field"
            extra={said.countsOnHelp}
          >
            <DayInput />
          </Form.Item>
          <MeasureFields kind={kind} />
          <Asked ask={kind.voucher} name="voucher" max={100} />
          <Asked ask={kind.payee} name="payee" max={200} />
        </div>
      </Part>
      {kind.fields.length === 0 ? null : (
        <Part title={said.parts.fields}>
          <div className="lg-fields">
            {kind.fields.map((field) => (
              <KindField
                key={field.code}
                field={field}
                countyId={countyId}
                kept={field.personal && personalKept !== undefined}
              />
            ))}
          </div>
        </Part>
      )}
      <RosterPart {...props} />
      <EvidencePart {...props} />
      <Part title={said.parts.more}>
        <div className="lg-fields">
          <Form.Item name="placeId" label={said.place} className="lg-field" extra={said.placeHelp}>
            <PlaceSelect
              {...(countyId === null ? {} : { within: countyId })}
              {...(place === undefined ? {} : { known: place })}
            />
          </Form.Item>
          <Form.Item name="note" label={said.note} className="lg-field is-wide">
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} />
          </Form.Item>
        </div>
      </Part>
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="bf-fieldset lg-part">
      <legend>{title}</legend>
      {children}
    </fieldset>
  );
}

/** Voucher or payee, as the kind asks for it. */
function Asked({ ask, name, max }: { ask: KindDefinition['voucher']; name: string; max: number }) {
  const say = useSay();
  if (ask.ask === 'no') return null;
  return (
    <Form.Item name={name} label={say(ask.name)} required={ask.ask === 'required'} className="lg-field">
      <Input maxLength={max} autoComplete="off" />
    </Form.Item>
  );
}

function KindField({ field, countyId, kept }: { field: FieldDefinition; countyId: string | null; kept: boolean }) {
  const { ledger } = useWords();
  const say = useSay();
  const wide = field.type === 'long_text';
  const help = [field.help === null ? '' : say(field.help), field.personal ? ledger.form.personal : '']
    .filter((one) => one !== '')
    .join(' ');
  return (
    <Form.Item
      name={['fields', field.code]}
      label={say(field.name)}
      required={field.required}
      className={wide ? 'lg-field is-wide' : 'lg-field'}
      {...(help === '' ? {} : { extra: help })}
    >
      {kept ? <Input disabled /> : <FieldInput field={field} countyId={countyId} />}
    </Form.Item>
  );
}

function RosterPart({ kind, wrongCells, personalKept }: KindFormProps) {
  const { ledger } = useWords();
  const asks = kind.roster !== 'no';
  if (!asks && personalKept === undefined) return null;
  return (
    <Part title={kind.roster === 'optional' ? ledger.roster.titleOptional : ledger.roster.title}>
      {personalKept ?? (
        <Form.Item name="roster" className="lg-roster-item" extra={ledger.roster.help}>
          <RosterGrid wrong={wrongCells} />
        </Form.Item>
      )}
      {personalKept === undefined ? null : <Form.Item name="roster" hidden />}
    </Part>
  );
}

function EvidencePart({ kind, countyId, unitId, entryId }: KindFormProps) {
  const { ledger } = useWords();
  const known = countyId !== null && unitId !== null;
  return (
    <Part title={ledger.form.parts.evidence}>
      {known ? (
        <Form.Item name="evidence">
          <EvidenceUpload countyId={countyId} unitId={unitId} entryId={entryId} demands={kind.evidence} />
        </Form.Item>
      ) : (
        <p className="lg-kept">{ledger.form.evidenceLater}</p>
      )}
    </Part>
  );
}
