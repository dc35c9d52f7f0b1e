import { Node } from '@tiptap/pm/model';
import { Step } from '@tiptap/pm/transform';
import { draftSchema } from '#lib/document/schema.ts';

/** The log holds something that does not fit: the rows are kept and people are told; never is a text replaced by an empty one. */
class BrokenLog extends Error {
  readonly version: number;
  constructor(version: number, why: unknown) {
    super(`the log does not fold at version ${version}: ${why instanceof Error ? why.message : why}`);
    this.version = version;
  }
}

/** A document of the log, read under the schema. Throws `BrokenLog`. */
export function readStored({ version, document }: { version: number; document: unknown }): Node {
  try {
    const node = Node.fromJSON(draftSchema, document);
    node.check();
    return node;
  } catch (error) {
    throw new BrokenLog(version, error);
  }
}

/** A step of the log. Throws `BrokenLog`. */
export function readStep({ version, step }: { version: number; step: unknown }): Step {
  try {
    return Step.fromJSON(draftSchema, step);
  } catch (error) {
    throw new BrokenLog(version, error);
  }
}

/**
 * The document after these rows of the log, which follow the version of `stored` without a gap. The log is the truth:
 * every document is such a fold. Throws `BrokenLog`.
 */
export function fold(
  stored: { version: number; document: Node },
  rows: readonly { version: number; step: unknown }[],
): Node {
  let { version, document } = stored;
  for (const row of rows) {
    if (row.version !== version + 1) throw new BrokenLog(version + 1, `missing, ${row.version} follows`);
    try {
      const { doc, failed } = readStep(row).apply(document);
      if (!doc) throw new RangeError(failed ?? 'the step does not fit');
      document = doc;
    } catch (error) {
      throw error instanceof BrokenLog ? error : new BrokenLog(row.version, error);
    }
    version = row.version;
  }
  return document;
}
