CREATE TYPE "public"."anchor_place" AS ENUM('placed', 'ambiguous', 'orphaned');--> statement-breakpoint
CREATE TABLE "anchors" (
	"id" uuid PRIMARY KEY NOT NULL,
	"story_id" uuid NOT NULL,
	"made_by" uuid,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	"made_version" integer NOT NULL,
	"sentence" text NOT NULL,
	"phrase_start" integer NOT NULL,
	"phrase_end" integer NOT NULL,
	"digest" text NOT NULL,
	"ordinal" integer NOT NULL,
	"place" "anchor_place" NOT NULL,
	"block_id" text NOT NULL,
	"range_start" integer NOT NULL,
	"range_end" integer NOT NULL,
	"words" text NOT NULL,
	"words_digest" text NOT NULL,
	"now_phrase_start" integer,
	"now_phrase_end" integer,
	"seen_version" integer NOT NULL,
	"seen_block_id" text NOT NULL,
	"context_before" text NOT NULL,
	"context_after" text NOT NULL,
	"derived_version" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "story_texts" ADD COLUMN "anchors" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "anchors" ADD CONSTRAINT "anchors_story_id_stories_id_fk" FOREIGN KEY ("story_id") REFERENCES "public"."stories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "anchors" ADD CONSTRAINT "anchors_made_by_people_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "anchors_block" ON "anchors" USING btree ("story_id","block_id");--> statement-breakpoint
CREATE INDEX "anchors_unsettled" ON "anchors" USING btree ("story_id") WHERE "anchors"."place" <> 'placed' or "anchors"."words_digest" <> "anchors"."digest";