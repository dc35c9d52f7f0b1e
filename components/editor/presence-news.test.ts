import { expect, test } from 'vitest';
import { newsPatience, PresenceNews } from './presence-news.ts';

const [me, anne, karim] = ['Moi', 'Anne', 'Karim'].map((name) => ({ personId: name, name, writes: true }));
const here = (...people: (typeof me)[]) => people.flatMap((person) => person ?? []);
const nobody = { joined: [], left: [] };

test('those who were here first are not news, nor are we', () => {
  const news = new PresenceNews('Moi');
  news.hear(here(me, anne), 0);
  expect(news.say(60_000)).toEqual(nobody);
});

test('who comes is said once, after a moment, together with who comes in that moment', () => {
  const news = new PresenceNews('Moi');
  news.hear(here(me), 0);
  news.hear(here(me, anne), 1_000);
  news.hear(here(me, anne, karim), 1_000);
  expect(news.say(1_000)).toEqual(nobody);
  expect(news.say(1_000 + newsPatience.came)).toEqual({ joined: ['Anne', 'Karim'], left: [] });
  expect(news.say(60_000)).toEqual(nobody);
});

test('a page that is loaded again is neither leaving nor coming', () => {
  const news = new PresenceNews('Moi');
  news.hear(here(me, anne), 0);
  news.hear(here(me), 1_000);
  expect(news.say(1_000 + newsPatience.left - 1)).toEqual(nobody);
  news.hear(here(me, anne), 1_000 + newsPatience.left - 1);
  expect(news.say(60_000)).toEqual(nobody);
});

test('who leaves is said once, and may come again', () => {
  const news = new PresenceNews('Moi');
  news.hear(here(me, anne), 0);
  news.hear(here(me), 1_000);
  expect(news.say(1_000 + newsPatience.left)).toEqual({ joined: [], left: ['Anne'] });
  news.hear(here(me, anne), 20_000);
  expect(news.say(30_000)).toEqual({ joined: ['Anne'], left: [] });
});

test('a lost connection of our own is no news of others', () => {
  const news = new PresenceNews('Moi');
  news.hear(here(me, anne), 0);
  news.hear([], 1_000);
  expect(news.say(60_000)).toEqual(nobody);
  news.hear(here(me, karim), 60_000);
  expect(news.say(60_000 + newsPatience.left)).toEqual({ joined: ['Karim'], left: ['Anne'] });
});
