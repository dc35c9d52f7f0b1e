-- The words of a folded name, as typing finds them. Signs become spaces first: the parser would read "covid-19" as a word and a
-- negative number, and "booking.com" as a host.
CREATE FUNCTION tag_words(folded text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN to_tsvector('pg_catalog.simple'::regconfig, translate(folded, '!"#$%&''()*+,-./:;<=>?@[\]^_`{|}~', '                                '));--> statement-breakpoint
CREATE TABLE "tag_catalogue" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"version" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "tag_catalogue_single_row" CHECK ("tag_catalogue"."id" = 1)
);
--> statement-breakpoint
DROP INDEX "tag_aliases_folded";--> statement-breakpoint
DROP INDEX "tag_labels_folded";--> statement-breakpoint
ALTER TABLE "tag_labels" ADD COLUMN "borrowed" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "tags" ADD COLUMN "catalogue_version" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "tag_aliases_words" ON "tag_aliases" USING gin (tag_words("folded"));--> statement-breakpoint
CREATE INDEX "tag_labels_list" ON "tag_labels" USING btree ("language","folded","tag_id");--> statement-breakpoint
CREATE INDEX "tag_labels_list_type" ON "tag_labels" USING btree ("language","type","folded","tag_id");--> statement-breakpoint
CREATE INDEX "tag_labels_words" ON "tag_labels" USING gin (tag_words("folded"));--> statement-breakpoint
CREATE INDEX "tag_redirects_tag" ON "tag_redirects" USING btree ("tag_id");--> statement-breakpoint
CREATE INDEX "tags_catalogue_version" ON "tags" USING btree ("catalogue_version");