-- The words of a text, as typing finds them. Signs become spaces first: the parser would keep "l’élection" as one word (its apostrophe
-- is no ASCII one), read "covid-19" as a word and a negative number, and "example.org" as a host.
CREATE FUNCTION story_words(words text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN to_tsvector('public.chapeau_search'::regconfig, translate(words, '!"#$%&''()*+,-./:;<=>?@[\]^_`{|}~’‘ʼʻ´“”„«»‹›–—‑…·•', repeat(' ', 50)));--> statement-breakpoint
ALTER TABLE "stories" drop column "search";--> statement-breakpoint
ALTER TABLE "stories" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (setweight(story_words(headline), 'A') || setweight(story_words(standfirst), 'B') || story_words(left(plain_text, 300000))) STORED;--> statement-breakpoint
CREATE INDEX "stories_search" ON "stories" USING gin ("search");
