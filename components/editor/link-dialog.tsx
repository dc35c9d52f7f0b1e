'use client';

import type { Editor } from '@tiptap/core';
import { useId, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { TextField } from '#components/ui/field.tsx';
import type { EditorWords } from '#components/words/editor.ts';
import { linkAllowed } from '#lib/document/links.ts';

/** An address as people write it: `example.org/a` means https, `a@example.org` mail. */
function completed(address: string): string {
  const written = address.trim();
  if (/^[^\s@/:]+@[^\s@/]+\.[^\s@/]+$/.test(written)) return `mailto:${written}`;
  if (/^[\w-]+(\.[\w-]+)+([/?#:].*)?$/.test(written)) return `https://${written}`;
  return written;
}

/** Asks for the address of the selected words, or changes and removes the one they have. */
export function LinkDialog({
  editor,
  words,
  onClose,
}: {
  editor: Editor;
  words: EditorWords;
  onClose: () => void;
}) {
  const id = useId();
  const current: unknown = editor.getAttributes('link').href;
  const [refused, setRefused] = useState(false);
  const close = () => {
    onClose();
    editor.commands.focus();
  };
  const set = (data: FormData) => {
    const href = completed(String(data.get('href') ?? ''));
    if (!linkAllowed(href)) {
      setRefused(true);
      return;
    }
    const { empty } = editor.state.selection;
    // Nothing selected and no link here: the address itself is what is linked.
    if (empty && !editor.isActive('link')) {
      const text = { type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] };
      editor.chain().focus().insertContent(text).run();
    } else editor.chain().focus().setLink(href).run();
    onClose();
  };
  return (
    <Dialog
      open
      title={words.link.title}
      closeLabel={words.close}
      onClose={close}
      footer={
        <>
          {typeof current === 'string' ? (
            <Button
              kind="danger"
              className="me-auto"
              onClick={() => {
                editor.chain().focus().unsetLink().run();
                onClose();
              }}
            >
              {words.link.remove}
            </Button>
          ) : null}
          <Button onClick={close}>{words.cancel}</Button>
          <Button kind="primary" type="submit" form={`${id}-form`}>
            {words.link.set}
          </Button>
        </>
      }
    >
      <form
        id={`${id}-form`}
        onSubmit={(event) => {
          event.preventDefault();
          set(new FormData(event.currentTarget));
        }}
      >
        <TextField
          id={`${id}-href`}
          name="href"
          label={words.link.address}
          hint={words.link.hint}
          error={refused ? words.link.refused : undefined}
          defaultValue={typeof current === 'string' ? current : ''}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          inputMode="url"
          autoFocus
          onChange={() => setRefused(false)}
        />
      </form>
    </Dialog>
  );
}
