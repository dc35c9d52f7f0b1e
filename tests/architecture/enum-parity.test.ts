import { expect, test } from 'vitest';
import { anchorPlace, role, storyState, tagType, versionKind } from '#db/schema/index.ts';
import { roles } from '#lib/people/role.ts';
import { storyStates } from '#lib/stories/lifecycle.ts';
import { versionKinds } from '#lib/stories/version-kind.ts';
import { tagTypes } from '#lib/tags/tag-type.ts';
import { anchorPlaces } from '#lib/writing/anchors/anchor.ts';

test.each([
  ['roles', role.enumValues, roles],
  ['states of a story', storyState.enumValues, storyStates],
  ['kinds of a version', versionKind.enumValues, versionKinds],
  ['places of an anchor', anchorPlace.enumValues, anchorPlaces],
  ['types of a tag', tagType.enumValues, tagTypes],
])('%s: the database knows the words the domain knows', (_what, stored, known) => {
  expect([...stored].sort()).toEqual([...known].sort());
});
