CREATE TYPE "public"."version_kind" AS ENUM('published', 'submitted', 'approved', 'sent_back', 'unpublished', 'restored', 'named');--> statement-breakpoint
CREATE TABLE "story_details" (
	"story_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"details" jsonb NOT NULL,
	"written_by" uuid,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "story_details_story_id_version_pk" PRIMARY KEY("story_id","version")
);
--> statement-breakpoint
CREATE TABLE "story_snapshots" (
	"story_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"document" jsonb NOT NULL,
	CONSTRAINT "story_snapshots_story_id_version_pk" PRIMARY KEY("story_id","version")
);
--> statement-breakpoint
CREATE TABLE "story_versions" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"story_id" uuid NOT NULL,
	"kind" "version_kind" NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"text_version" integer NOT NULL,
	"details_version" integer NOT NULL,
	"edition_number" integer,
	"restored_from" integer,
	"restored_over" integer,
	"made_by" uuid,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "story_versions_name" CHECK (("story_versions"."kind" = 'named') = ("story_versions"."name" <> '')),
	CONSTRAINT "story_versions_restored" CHECK (("story_versions"."kind" = 'restored') = ("story_versions"."restored_from" is not null and "story_versions"."restored_over" is not null))
);
--> statement-breakpoint
ALTER TABLE "story_details" ADD CONSTRAINT "story_details_story_id_stories_id_fk" FOREIGN KEY ("story_id") REFERENCES "public"."stories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "story_details" ADD CONSTRAINT "story_details_written_by_people_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "story_snapshots" ADD CONSTRAINT "story_snapshots_story_id_stories_id_fk" FOREIGN KEY ("story_id") REFERENCES "public"."stories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "story_versions" ADD CONSTRAINT "story_versions_story_id_stories_id_fk" FOREIGN KEY ("story_id") REFERENCES "public"."stories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "story_versions" ADD CONSTRAINT "story_versions_made_by_people_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "story_versions_text" ON "story_versions" USING btree ("story_id","text_version","id");