import { expect, test } from '@playwright/test';
import { protocol } from '#lib/writing/messages.ts';
import { addressOf, expectAccessible, signInAs } from '#tests/support/desk-visit.ts';

test('somebody with too many tabs is told so in the editor, keeps writing, and is saved once others are shut', async ({
  page,
  context,
}) => {
  await signInAs(page, addressOf('miriam'));
  await page.goto('/desk/stories/new');
  const others = await context.newPage();
  await others.goto('/desk/profile');
  // As many connections as a person may have, all of them in use: each hears who is in no story at all.
  await others.evaluate(async (spoken) => {
    const hold = () =>
      new Promise<void>((resolve) => {
        const socket = new WebSocket(`ws://${location.host}/live`);
        socket.onopen = () => socket.send(JSON.stringify({ type: 'watch', protocol: spoken, storyIds: [] }));
        socket.onmessage = () => resolve();
        // The list that the person came from may still hold one.
        socket.onclose = () => setTimeout(() => void hold().then(resolve), 200);
      });
    await Promise.all(Array.from({ length: 20 }, hold));
  }, protocol);

  await page.getByRole('button', { name: 'Start the story' }).click();
  await page.waitForURL(/\/desk\/stories\/[0-9a-f-]{36}$/);
  await expect(page.getByText('Too many tabs open')).toBeVisible({ timeout: 15_000 });
  const text = page.getByRole('textbox', { name: 'Text of the story' });
  await text.click();
  await page.keyboard.type('Written all the same');
  await expect(page.getByRole('status').filter({ hasText: 'Not saved since' })).toBeVisible();
  await expect(page.getByText('Too many tabs open')).toBeVisible();
  await expectAccessible(page, 'the editor with too many tabs');

  await others.close();
  await expect(page.getByRole('status').filter({ hasText: 'Saved to the newsroom' })).toBeVisible({
    timeout: 20_000,
  });
  await expect(page.getByText('Too many tabs open')).toBeHidden();
  await page.reload();
  await expect(text).toContainText('Written all the same');
});
