import { expect, test } from '@playwright/test';
import { addressOf, expectAccessible, signInAs } from '#tests/support/desk-visit.ts';

test('somebody with too many tabs is told so in the editor, keeps writing, and is saved once others are shut', async ({
  page,
  context,
}) => {
  await signInAs(page, addressOf('miriam'));
  const others = await context.newPage();
  await others.goto('/desk/stories');
  // As many connections as a person may have, each tried again when it ends, as tabs do.
  await others.evaluate(() => {
    const open = () => {
      const socket = new WebSocket(`ws://${location.host}/live`);
      socket.onclose = () => setTimeout(open, 50);
    };
    for (let count = 0; count < 30; count += 1) open();
  });

  await page.goto('/desk/stories/new');
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
