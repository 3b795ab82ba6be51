import { Timeline } from 'antd';
import { pairings } from '../../contract/pairing.ts';
import { people } from '../../contract/people.ts';
import { units } from '../../contract/unit.ts';
import { momentText, today } from '../client/format.ts';
import { usePages, useRead } from '../client/use-read.ts';
import { useWords } from '../client/use-words.ts';
import { fill } from '../../words/words.ts';
import { DataList } from '../parts/data-list.tsx';
import { Empty } from '../parts/empty.tsx';
import { Load } from '../parts/load.tsx';
import { Section } from '../parts/section.tsx';
import { CountyName, DayText, NumberText, PersonName, SampleTag, UnitName } from '../parts/texts.tsx';
import type { UnitDetail } from './unit-page.tsx';
import { Mark } from '../parts/mark.tsx';

/** The units directly under a unit. */
export function UnitBelow({ unit }: { unit: UnitDetail }) {
  const { unit: said, term } = useWords();
  const read = useRead(units, {});
  return (
    <Section title={said.below} flush>
      <Load read={read} rows={2}>
        {(data) => {
          const below = data.items.filter((one) => one.parentId === unit.id);
          if (below.length === 0) return <Empty small text={said.belowEmpty} />;
          return (
            <ul className="bf-rows">
              {below.map((one) => (
                <li key={one.id}>
                  <span className="bf-row-main">
                    <UnitName id={one.id} name={one.name} />
                  </span>
                  <Mark>{term.unitKind[one.kind]}</Mark>
                </li>
              ))}
            </ul>
          );
        }}
      </Load>
    </Section>
  );
}

/** The counties that a unit helps. */
export function UnitCounties({ unit }: { unit: UnitDetail }) {
  const { unit: said, county, common } = useWords();
  const read = useRead(pairings, { query: { unitId: unit.id, ended: 'true' } });
  return (
    <Section title={said.helped} flush>
      <Load read={read} rows={2}>
        {(data) => (
          <DataList
            rows={data.items}
            rowKey={(row) => row.id}
            empty={<Empty small text={said.helpedEmpty} />}
            columns={[
              {
                key: 'county',
                title: county.county,
                render: (row) => (
                  <>
                    <CountyName id={row.countyId} name={row.countyName} /> <SampleTag when={row.example} />
                  </>
                ),
              },
              {
                key: 'from',
                title: county.since,
                render: (row) => (
                  <>
                    <DayText day={row.fromOn} precision={row.fromPrecision} /> —{' '}
                    {row.toOn === null ? common.open : <DayText day={row.toOn} />}
                  </>
                ),
                sort: (row) => row.fromOn ?? '',
              },
              {
                key: 'postings',
                title: county.openPostings,
                numeric: true,
                render: (row) => <NumberText value={row.openPostings} to={`/counties/${row.countyId}`} />,
                sort: (row) => row.openPostings,
              },
            ]}
          />
        )}
      </Load>
    </Section>
  );
}

/** Who holds a post in a unit. */
export function UnitPeople({ unit }: { unit: UnitDetail }) {
  const { unit: said, people: words, term } = useWords();
  const list = usePages(people, { query: { unitId: unit.id, limit: 50 } });
  return (
    <Section title={said.people} flush>
      <DataList
        rows={list.items}
        loading={!list.ready && list.error === null}
        rowKey={(row) => row.id}
        empty={<Empty small text={said.peopleEmpty} />}
        more={{ has: list.hasMore, loading: list.loadingMore, load: list.more }}
        columns={[
          {
            key: 'name',
            title: words.name,
            render: (row) => (
              <>
                <PersonName id={row.id} name={row.name} /> <SampleTag when={row.example} />
              </>
            ),
            sort: (row) => row.name,
          },
          {
            key: 'posts',
            title: words.posts,
            render: (row) =>
              row.posts
                .filter((post) => post.unitId === unit.id)
                .map((post) => (
                  <div key={post.id}>{[post.title, term.role[post.role]].filter(Boolean).join(' · ')}</div>
                )),
          },
        ]}
      />
    </Section>
  );
}

/** What a unit was called and where it stood, newest first. */
export function UnitHistory({ unit }: { unit: UnitDetail }) {
  const { unit: said, common } = useWords();
  const versions = [...unit.versions].sort((a, b) => b.validFrom.localeCompare(a.validFrom));
  const current = unit.endedOn === null ? versions.find((one) => one.validFrom <= today()) : undefined;
  return (
    <Section title={said.history}>
      <Timeline
        items={versions.map((one) => ({
          key: one.validFrom,
          color: one === current ? '#12616a' : '#8a979a',
          content: (
            <div className="bf-timeline-text">
              <DayText day={one.validFrom} /> {one === current ? <Mark>{said.now}</Mark> : null}
              <div>
                {one.name} {one.shortName === null ? null : <span className="bf-quiet">{one.shortName}</span>}
              </div>
              {one.parentId === null ? null : (
                <div className="bf-quiet">
                  {said.parent}
                  {common.colon}
                  <UnitName id={one.parentId} name={one.parentName ?? ''} />
                </div>
              )}
              <div className="bf-source">
                {[one.reason, fill(said.recorded, { moment: momentText(one.recordedAt) })].filter(Boolean).join(' · ')}
              </div>
            </div>
          ),
        }))}
      />
      {unit.merged.length === 0 ? null : (
        <>
          <h3 style={{ fontSize: 14 }}>{said.merged}</h3>
          {unit.merged.map((one) => (
            <div key={one.id}>
              <UnitName id={one.id} name={one.name} />{' '}
              <span className="bf-quiet">
                <DayText day={one.endedOn} />
              </span>
            </div>
          ))}
        </>
      )}
    </Section>
  );
}
