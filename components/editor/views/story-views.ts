import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { bodyStart, fieldAt } from '#components/editor/commands/fields.ts';
import type { EditorWords } from '#components/words/editor.ts';
import { blockForms } from './block-forms.ts';
import { BlockView } from './block-view.ts';
import { FieldView } from './field-view.ts';

function bodyLabel(words: EditorWords, isHere: boolean): HTMLElement {
  const label = document.createElement('div');
  label.className = `story-gutter story-gutter-body${isHere ? ' is-here' : ''}`;
  label.setAttribute('aria-hidden', 'true');
  label.textContent = words.fields.body;
  return label;
}

function headHint(words: EditorWords): HTMLElement {
  const hint = document.createElement('span');
  hint.className = 'story-head-hint';
  hint.contentEditable = 'false';
  hint.textContent = words.emptyHead;
  return hint;
}

/** How blocks look and what they ask for, while they are written. */
export const StoryViews = Extension.create<{ words: EditorWords }>({
  name: 'storyViews',
  addProseMirrorPlugins() {
    const { words } = this.options;
    const forms = blockForms(words);
    const placeholders: Readonly<Record<string, string>> = words.placeholders;
    return [
      new Plugin({
        key: new PluginKey('storyViews'),
        props: {
          nodeViews: {
            headline: (node) => new FieldView(node, 'headline', words),
            standfirst: (node) => new FieldView(node, 'standfirst', words),
            quotation: (node, view, position) => new BlockView(node, view, position, forms.quotation),
            pullQuote: (node, view, position) => new BlockView(node, view, position, forms.pullQuote),
            figure: (node, view, position) => new BlockView(node, view, position, forms.figure),
          },
          decorations(state) {
            const { doc, selection } = state;
            const start = bodyStart(doc);
            // The name of the field the caret is in stands out in the gutter.
            const here = fieldAt(selection.$head);
            const inBody = here === 'body';
            const decorations = [
              Decoration.widget(start, () => bodyLabel(words, inBody), { side: -1, key: `body-${inBody}` }),
            ];
            const head = here === 'headline' ? 0 : doc.child(0).nodeSize;
            if (!inBody)
              decorations.push(
                Decoration.node(head, head + doc.child(here === 'headline' ? 0 : 1).nodeSize, {
                  class: 'is-here',
                }),
              );
            const hint = (position: number, size: number, text: string, isHeading: boolean) =>
              decorations.push(
                Decoration.node(position, position + size, {
                  class: 'is-empty',
                  'data-placeholder': text,
                  ...(isHeading ? { 'aria-label': text } : {}),
                }),
              );
            doc.descendants((node, position) => {
              if (node.type.name === 'tableHeader' && node.textContent === '') {
                // Without words it would head its column namelessly.
                const hint = () => headHint(words);
                decorations.push(Decoration.widget(position + 1, hint, { side: -1, key: words.emptyHead }));
              }
              if (!node.isTextblock) return true;
              if (node.content.size > 0) return false;
              const { name } = node.type;
              if (name === 'crosshead' || name === 'explainerTitle') {
                hint(position, node.nodeSize, placeholders[name] ?? '', name === 'crosshead');
              }
              return false;
            });
            // In a paragraph only where the caret is, and in a body nobody has begun: hints must not fill the page.
            const { $from, empty } = selection;
            const first = doc.maybeChild(2);
            const begun = doc.childCount > 3 || first?.type.name !== 'paragraph' || first.content.size > 0;
            const onEmptyLine =
              empty && $from.parent.type.name === 'paragraph' && $from.parent.content.size === 0;
            if (!begun) hint(start, first?.nodeSize ?? 0, words.placeholders.body, false);
            else if (onEmptyLine && $from.depth === 1)
              hint($from.before(), 2, words.placeholders.body, false);
            return DecorationSet.create(doc, decorations);
          },
        },
      }),
    ];
  },
});
