import { useWords } from '../client/use-words.ts';
import { coded } from './api-text.tsx';
import { linesOf, typeOf, type OpenApiFile, type Operation, type Said, type ShapeLine } from './api-shape.ts';

/** One request: what it needs, takes and gives. */
export function ApiOperation({ one, file, said }: { one: Operation; file: OpenApiFile; said: Said | null }) {
  const { api: say } = useWords();
  const abilities: Record<string, string> = { open: say.open, signed_in: say.signedIn };
  const parameters = one.parameters.map((two) => ({
    key: two.name,
    name: two.name,
    depth: 0,
    type: typeOf(two.schema, file),
    required: two.required,
    said: two.description ?? '',
  }));
  return (
    <div className="ap-operation">
      <p>{coded(one.summary)}</p>
      <p className="bf-quiet">
        {say.ability}: {abilities[one.ability] ?? <code>{one.ability}</code>}
      </p>
      <Shape title={say.parameters} lines={parameters} />
      {one.body === null ? null : (
        <Shape title={one.body.form ? say.form : say.body} lines={linesOf(one.body.schema, file, said)} />
      )}
      {one.answer === null ? (
        <p>
          <b>{say.answer}</b> {say.answersFile}
        </p>
      ) : (
        <Shape title={say.answer} lines={linesOf(one.answer, file, said)} quiet />
      )}
    </div>
  );
}

function Shape({ title, lines, quiet = false }: { title: string; lines: readonly ShapeLine[]; quiet?: boolean }) {
  const { api: say } = useWords();
  if (lines.length === 0) return null;
  return (
    <section>
      <b>{title}</b>
      <ul className="ap-shape">
        {lines.map((line) => (
          <li key={line.key} style={{ paddingInlineStart: line.depth * 18 }}>
            <code>{line.name}</code> <span className="ap-type">{line.type}</span>
            {line.required && !quiet ? <span className="ap-must"> {say.required}</span> : null}
            {line.said === '' ? null : <span className="bf-quiet"> {line.said}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
