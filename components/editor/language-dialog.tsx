'use client';

import type { Editor } from '@tiptap/core';
import { useId } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { SelectField } from '#components/ui/field.tsx';
import type { EditorWords } from '#components/words/editor.ts';
import type { Language } from '#lib/kernel/language.ts';

/** Languages a passage is likely to be in (BCP 47), named by the browser in the interface's language. */
const passageLanguages =
  'en fr de es it pt nl ar zh cs da el fa fi he hi hu hy ja ka kk ko ky la no pl ro ru sr sv tg tk tr uk uz'.split(
    ' ',
  );

/** Asks which language the selected words are in, or gives them back to the story's. */
export function LanguageDialog({
  editor,
  words,
  interfaceLanguage,
  storyLanguage,
  onClose,
}: {
  editor: Editor;
  words: EditorWords;
  interfaceLanguage: Language;
  storyLanguage: Language;
  onClose: () => void;
}) {
  const id = useId();
  const current: unknown = editor.getAttributes('language').lang;
  const names = new Intl.DisplayNames([interfaceLanguage], { type: 'language' });
  const options = passageLanguages
    .filter((code) => code !== storyLanguage)
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .sort((a, b) => a.name.localeCompare(b.name, interfaceLanguage));
  const close = () => {
    onClose();
    editor.commands.focus();
  };
  return (
    <Dialog
      open
      title={words.language.title}
      closeLabel={words.close}
      onClose={close}
      footer={
        <>
          {typeof current === 'string' ? (
            <Button
              className="me-auto"
              onClick={() => {
                editor.chain().focus().extendMarkRange('language').unsetLanguage().run();
                onClose();
              }}
            >
              {words.language.remove}
            </Button>
          ) : null}
          <Button onClick={close}>{words.cancel}</Button>
          <Button kind="primary" type="submit" form={`${id}-form`}>
            {words.language.set}
          </Button>
        </>
      }
    >
      <form
        id={`${id}-form`}
        onSubmit={(event) => {
          event.preventDefault();
          const lang = String(new FormData(event.currentTarget).get('lang') ?? '');
          const chain = editor.chain().focus();
          if (typeof current === 'string') chain.extendMarkRange('language');
          chain.setLanguage(lang).run();
          onClose();
        }}
      >
        <SelectField
          id={`${id}-lang`}
          name="lang"
          label={words.language.label}
          hint={words.language.hint}
          defaultValue={typeof current === 'string' ? current : (options[0]?.code ?? '')}
        >
          {options.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </SelectField>
      </form>
    </Dialog>
  );
}
