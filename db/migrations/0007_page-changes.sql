CREATE TABLE "site"."page_changes" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"keys" jsonb NOT NULL,
	"gone" boolean NOT NULL
);
--> statement-breakpoint
CREATE INDEX "page_changes_at" ON "site"."page_changes" USING btree ("at");