import { Button, Form, Input, Radio, Segmented } from 'antd';
import { useEffect } from 'react';
import { readPlace } from '../../contract/place.ts';
import { units } from '../../contract/unit.ts';
import { ROLES, type Role } from '../../core/access/role.ts';
import { defaultScope } from '../../core/access/default-scope.ts';
import { useRead } from '../client/use-read.ts';
import { useWords } from '../client/use-words.ts';
import { DayInput } from '../parts/day-input.tsx';
import { PlaceSelect } from '../parts/place-select.tsx';
import { UnitSelect } from '../parts/unit-select.tsx';

/** A post as the fields hold it. */
export interface PostValues {
  unitId: string;
  role?: Role;
  title?: string;
  fromOn: string;
  toOn?: string | null;
  how: 'default' | 'own';
  scope?: { unitId?: string | null; placeId?: string | null }[];
  countyId?: string | null;
}

/** The post to send; an empty scope means what the role reaches by default. */
export function postOf(values: PostValues, id: string) {
  const own = (values.scope ?? []).map((pair) => ({ unitId: pair.unitId ?? null, placeId: pair.placeId ?? null }));
  const byRole =
    values.role !== undefined && needsCounty(values.role)
      ? defaultScope(values.role, values.unitId, values.countyId ?? null)
      : [];
  return {
    id,
    unitId: values.unitId,
    role: values.role as Role,
    title: values.title?.trim() ? values.title : null,
    fromOn: values.fromOn,
    toOn: values.toOn ?? null,
    scope: values.how === 'own' ? own : byRole,
  };
}

/** Roles whose work is a county's: without it they would reach nothing. */
export const needsCounty = (role: Role): boolean => defaultScope(role, '', null).length === 0;

/** The fields of a post; `under` is where the post stands in the form. */
export function PostFields({ under }: { under: string }) {
  const { people: said, term } = useWords();
  return (
    <>
      <Form.Item name={[under, 'unitId']} label={said.post.unit} required>
        <UnitSelect />
      </Form.Item>
      <Form.Item name={[under, 'role']} label={said.post.role} required>
        <Radio.Group style={{ display: 'grid', gap: 4 }}>
          {ROLES.map((role) => (
            <Radio key={role} value={role}>
              {term.role[role]} <span className="bf-quiet bf-small">{term.roleDoes[role]}</span>
            </Radio>
          ))}
        </Radio.Group>
      </Form.Item>
      <Form.Item name={[under, 'title']} label={said.post.postTitle}>
        <Input placeholder={said.post.postTitleHint} />
      </Form.Item>
      <div className="bf-two">
        <Form.Item name={[under, 'fromOn']} label={said.post.from} required>
          <DayInput />
        </Form.Item>
        <Form.Item name={[under, 'toOn']} label={said.post.to} extra={said.post.toHint}>
          <DayInput />
        </Form.Item>
      </div>
      <ScopeFields under={under} />
    </>
  );
}

function ScopeFields({ under }: { under: string }) {
  const { people: said } = useWords();
  const form = Form.useFormInstance();
  const how = (Form.useWatch([under, 'how'], form) as PostValues['how'] | undefined) ?? 'default';
  const role = Form.useWatch([under, 'role'], form) as Role | undefined;
  const options = [
    { value: 'default', label: said.post.scopeDefault },
    { value: 'own', label: said.post.scopeOwn },
  ];
  return (
    <>
      <Form.Item
        name={[under, 'how']}
        label={said.post.scope}
        required
        extra={how === 'default' ? said.post.scopeDefaultText : undefined}
      >
        <Segmented options={options} />
      </Form.Item>
      {how === 'default' && role !== undefined && needsCounty(role) ? <CountyField under={under} /> : null}
      {how === 'own' ? <ScopePairs under={under} /> : null}
    </>
  );
}

/** The county of the work; that of the unit where it is a county's. */
function CountyField({ under }: { under: string }) {
  const { people: said } = useWords();
  const form = Form.useFormInstance();
  const unitId = Form.useWatch([under, 'unitId'], form) as string | undefined;
  const placeId = useRead(units, {}).data?.items.find((one) => one.id === unitId)?.placeId ?? null;
  const place = useRead(readPlace, { params: { id: placeId ?? '' } }, { enabled: placeId !== null }).data;
  useEffect(() => {
    if (place !== undefined) form.setFieldValue([under, 'countyId'], place.id);
  }, [form, place, under]);
  return (
    <Form.Item name={[under, 'countyId']} label={said.post.county} required>
      <PlaceSelect key={place?.id ?? ''} {...(place === undefined ? {} : { known: place })} />
    </Form.Item>
  );
}

function ScopePairs({ under }: { under: string }) {
  const { people: said } = useWords();
  return (
    <Form.List name={[under, 'scope']} initialValue={[{}]}>
      {(fields, { add, remove }) => (
        <div style={{ marginBottom: 16 }}>
          {fields.map((field) => (
            <div key={field.key} className="bf-scope-pair">
              <Form.Item name={[field.name, 'unitId']} label={said.post.scopeUnit}>
                <UnitSelect placeholder={said.post.anyUnit} />
              </Form.Item>
              <Form.Item name={[field.name, 'placeId']} label={said.post.scopePlace}>
                <PlaceSelect placeholder={said.post.anyPlace} />
              </Form.Item>
              {fields.length > 1 ? (
                <Button size="small" onClick={() => remove(field.name)}>
                  {said.post.scopeRemove}
                </Button>
              ) : null}
            </div>
          ))}
          <Button type="dashed" onClick={() => add({})} block>
            {said.post.scopeAdd}
          </Button>
        </div>
      )}
    </Form.List>
  );
}
