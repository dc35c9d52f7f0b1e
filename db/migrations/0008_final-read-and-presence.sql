CREATE TABLE "live_processes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"revision" integer NOT NULL,
	"people" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "story_texts" ADD COLUMN "locked_by" uuid;--> statement-breakpoint
ALTER TABLE "story_texts" ADD COLUMN "lock_session" uuid;--> statement-breakpoint
ALTER TABLE "story_texts" ADD COLUMN "locked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "story_texts" ADD COLUMN "lock_seen_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "story_texts" ADD CONSTRAINT "story_texts_locked_by_people_id_fk" FOREIGN KEY ("locked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "story_texts" ADD CONSTRAINT "story_texts_lock_session_sessions_id_fk" FOREIGN KEY ("lock_session") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;