import { Icon } from '#components/ui/icon.tsx';

interface Line {
  id: number;
  at: Date;
  when: string;
  sentence: string;
  /** Everything about the same object. */
  about: string;
}

const head = 'py-2 pe-4 text-start text-2xs font-semibold text-ink-3';

export function AuditTable({
  lines,
  words,
  zone,
}: {
  lines: readonly Line[];
  words: { audit: string; when: string; what: string; thisObject: string };
  zone: string;
}) {
  return (
    <table className="w-full border-collapse">
      <caption className="pb-2 text-start text-xs text-ink-3">{zone}</caption>
      <thead className="border-b border-rule-strong max-md:sr-only">
        <tr>
          <th scope="col" className={`${head} w-64`}>
            {words.when}
          </th>
          <th scope="col" className={head}>
            {words.what}
          </th>
          <th scope="col" className={head}>
            <span className="sr-only">{words.thisObject}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr
            key={line.id}
            className="border-b border-rule max-md:grid max-md:grid-cols-[1fr_auto] max-md:gap-x-3 max-md:py-2 md:h-10"
          >
            <td className="pe-4 text-xs whitespace-nowrap text-ink-2 tabular max-md:col-span-2">
              <time dateTime={line.at.toISOString()}>{line.when}</time>
            </td>
            <td className="pe-4 [overflow-wrap:anywhere]">{line.sentence}</td>
            <td className="w-8">
              <a
                href={line.about}
                className="grid size-7 place-items-center rounded-sm text-ink-3 hover:bg-hover hover:text-ink"
                aria-label={`${words.thisObject} (${line.sentence})`}
                title={words.thisObject}
              >
                <Icon name="history" />
              </a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
