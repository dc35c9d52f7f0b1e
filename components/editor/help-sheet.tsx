'use client';

import { Dialog } from '#components/ui/dialog.tsx';
import type { EditorWords } from '#components/words/editor.ts';
import type { Language } from '#lib/kernel/language.ts';
import { type ActionName, type AskingTool, actions } from './actions.ts';
import { keyNames, onMac } from './shortcut.ts';

type Row = readonly [name: string, ...keys: string[]];

function Keys({ keys, language, mac }: { keys: string; language: Language; mac: boolean }) {
  return (
    <span className="inline-flex gap-1">
      {keyNames(keys, language, mac).map((key) => (
        <kbd
          key={key}
          className="rounded-[3px] border border-b-2 border-rule bg-raised px-1.5 py-0.5 font-sans text-xs font-medium whitespace-nowrap"
        >
          {key}
        </kbd>
      ))}
    </span>
  );
}

function rowsOf(words: EditorWords): Record<keyof EditorWords['help']['groups'], readonly Row[]> {
  const { help } = words;
  const ofActions = (...names: Exclude<ActionName, AskingTool>[]) =>
    names.map((name): Row => [words.actions[name], actions[name].keys ?? '']);
  return {
    words: [
      ...ofActions('bold', 'italic', 'superscript', 'subscript'),
      [words.actions.link, 'Mod-k'],
      ...ofActions('undo', 'redo'),
      [words.actions.whoWrote, 'Alt-F9'],
    ],
    blocks: [
      [help.slash, '/'],
      ...ofActions(
        'paragraph',
        'crosshead2',
        'crosshead3',
        'bulletList',
        'orderedList',
        'quotation',
        'pullQuote',
      ),
      [help.lineBreak, 'Shift-Enter'],
    ],
    moving: [
      [help.nextField, 'Enter'],
      [help.leaveBlock, 'Mod-Enter'],
      [help.blockFields, 'Tab'],
      [help.nextCell, 'Tab'],
      [help.previousCell, 'Shift-Tab'],
      [help.toolbar, 'Alt-F10'],
      [help.leaveText, 'Escape', 'Tab'],
      [help.help, 'Mod-/'],
      [help.helpOutside, '?'],
    ],
    typing: [
      [words.actions.crosshead2, '## '],
      [words.actions.crosshead3, '### '],
      [words.actions.bulletList, '- '],
      [words.actions.orderedList, '1. '],
      [words.actions.quotation, '> '],
      [words.actions.divider, '---'],
    ],
  };
}

/** What the keys do, named as they are on this keyboard. */
export function HelpSheet({
  words,
  language,
  onClose,
}: {
  words: EditorWords;
  language: Language;
  onClose: () => void;
}) {
  const mac = onMac();
  const groups = Object.entries(rowsOf(words)) as [keyof EditorWords['help']['groups'], readonly Row[]][];
  return (
    <Dialog open wide title={words.help.title} closeLabel={words.close} onClose={onClose}>
      <div className="grid gap-x-8 gap-y-5 sm:grid-cols-2">
        {groups.map(([group, rows]) => (
          <section key={group}>
            <h3 className="border-b border-rule pb-1.5 text-xs font-semibold text-ink-2">
              {words.help.groups[group]}
            </h3>
            <dl>
              {rows.map(([name, ...keys]) => (
                <div key={name} className="flex items-baseline justify-between gap-4 py-1.5">
                  <dt>{name}</dt>
                  <dd className="flex flex-none items-baseline justify-end gap-1">
                    {group === 'typing' ? (
                      <code className="font-sans font-medium">{keys.join('').trim()}</code>
                    ) : (
                      keys.map((each, index) => (
                        <span key={each}>
                          {index > 0 ? (
                            <span className="pe-1 text-xs text-ink-2">{words.help.followedBy}</span>
                          ) : null}
                          <Keys keys={each} language={language} mac={mac} />
                        </span>
                      ))
                    )}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
