import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Plugin } from 'esbuild';
import { root } from '#tests/run/tool.ts';

export interface PackageWeight {
  readonly name: string;
  /** Bytes, minified; and its share of the whole under gzip. */
  readonly minified: number;
  readonly gzip: number;
}

/** `@tiptap/core`, `prosemirror-view`, … or ours. */
function packageOf(input: string): string {
  const inside = input.split('node_modules/').at(-1);
  if (!input.includes('node_modules/') || !inside) return 'Chapeau';
  const [scope = '', name = ''] = inside.split('/');
  return scope.startsWith('@') ? `${scope}/${name}` : scope;
}

/** The product's own build leaves out what nobody uses of zod's other languages; this bundler would not see that by itself. */
const withoutOtherLanguages: Plugin = {
  name: 'without-other-languages',
  setup({ onLoad }) {
    onLoad({ filter: /zod\/v4\/locales\/index\.js$/ }, () => ({ contents: 'export {};' }));
  },
};

/**
 * What the editor of a story is made of, by package, heaviest first. The product's own build does not say which package its chunks hold, so the editor's
 * entry is bundled once more by another bundler, without React and Next, which the desk has anyway. gzip sees the whole at once; a package is
 * given its share by its minified bytes.
 */
export async function weighEditor(): Promise<{ gzip: number; packages: PackageWeight[] }> {
  const { outputFiles, metafile } = await build({
    entryPoints: [path.join(root, 'components/editor/story-editor.tsx')],
    absWorkingDir: root,
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'browser',
    jsx: 'automatic',
    external: ['react', 'react/*', 'react-dom', 'react-dom/*', 'next', 'next/*'],
    loader: { '.css': 'empty' },
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [withoutOtherLanguages],
    logLevel: 'silent',
  });
  const script = outputFiles.find(({ path: file }) => !file.endsWith('.css'));
  const inputs = Object.values(metafile.outputs)[0]?.inputs ?? {};
  const gzip = gzipSync(script?.contents ?? new Uint8Array()).length;
  const minified = new Map<string, number>();
  for (const [input, { bytesInOutput }] of Object.entries(inputs)) {
    const name = packageOf(input);
    minified.set(name, (minified.get(name) ?? 0) + bytesInOutput);
  }
  const all = [...minified.values()].reduce((sum, bytes) => sum + bytes, 0);
  const packages = [...minified]
    .map(([name, bytes]) => ({ name, minified: bytes, gzip: (gzip * bytes) / all }))
    .sort((a, b) => b.minified - a.minified);
  return { gzip, packages };
}
