-- Search over headlines and text as people type: accents folded, no stemming, so that a prefix finds its word in any language.
CREATE EXTENSION IF NOT EXISTS unaccent;--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS pg_trgm;--> statement-breakpoint
CREATE TEXT SEARCH CONFIGURATION chapeau_search (COPY = simple);--> statement-breakpoint
ALTER TEXT SEARCH CONFIGURATION chapeau_search ALTER MAPPING FOR asciiword, asciihword, hword_asciipart, word, hword, hword_part WITH unaccent, simple;--> statement-breakpoint
CREATE SCHEMA "site";
--> statement-breakpoint
CREATE TYPE "public"."role" AS ENUM('administrator', 'editor', 'reporter', 'fact-checker');--> statement-breakpoint
CREATE TYPE "public"."story_state" AS ENUM('draft', 'submitted', 'ready', 'published', 'unpublished', 'archived');--> statement-breakpoint
CREATE TYPE "public"."tag_type" AS ENUM('person', 'organisation', 'place', 'event', 'topic');--> statement-breakpoint
CREATE TABLE "audit_events" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"actor_id" uuid,
	"actor_name" text NOT NULL,
	"verb" text NOT NULL,
	"object_type" text NOT NULL,
	"object_id" text NOT NULL,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"topic" text NOT NULL,
	"payload" jsonb NOT NULL,
	"done_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "newsroom" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"name" text NOT NULL,
	"tagline" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"time_zone" text DEFAULT 'Europe/Paris' NOT NULL,
	"default_language" text DEFAULT 'fr' NOT NULL,
	"setup_token_hash" text,
	CONSTRAINT "newsroom_single_row" CHECK ("newsroom"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "sections" (
	"id" uuid PRIMARY KEY NOT NULL,
	"position" integer NOT NULL,
	"name_fr" text NOT NULL,
	"name_en" text NOT NULL,
	"slug_fr" text NOT NULL,
	"slug_en" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"purpose" text NOT NULL,
	"made_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "invitations_purpose" CHECK ("invitations"."purpose" in ('invite', 'reset'))
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"byline_name" text NOT NULL,
	"slug" text NOT NULL,
	"biography" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"roles" "role"[] DEFAULT '{}'::role[] NOT NULL,
	"password_hash" text,
	"interface_language" text DEFAULT 'fr' NOT NULL,
	"disabled_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"user_agent" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_because" text
);
--> statement-breakpoint
CREATE TABLE "sign_in_attempts" (
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"failures" integer DEFAULT 0 NOT NULL,
	"window_start" timestamp with time zone DEFAULT now() NOT NULL,
	"blocked_until" timestamp with time zone,
	CONSTRAINT "sign_in_attempts_kind_key_pk" PRIMARY KEY("kind","key")
);
--> statement-breakpoint
CREATE TABLE "site"."article_bylines" (
	"story_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"language" text NOT NULL,
	"position" integer NOT NULL,
	"first_published_at" timestamp with time zone NOT NULL,
	CONSTRAINT "article_bylines_story_id_person_id_pk" PRIMARY KEY("story_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "site"."article_tags" (
	"story_id" uuid NOT NULL,
	"tag_id" uuid NOT NULL,
	"language" text NOT NULL,
	"position" integer NOT NULL,
	"first_published_at" timestamp with time zone NOT NULL,
	CONSTRAINT "article_tags_story_id_tag_id_pk" PRIMARY KEY("story_id","tag_id")
);
--> statement-breakpoint
CREATE TABLE "site"."articles" (
	"story_id" uuid PRIMARY KEY NOT NULL,
	"edition_number" integer NOT NULL,
	"language" text NOT NULL,
	"section_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"kicker" text NOT NULL,
	"headline" text NOT NULL,
	"standfirst" text NOT NULL,
	"trail_text" text NOT NULL,
	"first_published_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "articles_address" UNIQUE("language","section_id","slug")
);
--> statement-breakpoint
CREATE TABLE "site"."editions" (
	"story_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"text_version" integer NOT NULL,
	"language" text NOT NULL,
	"content" jsonb NOT NULL,
	"digest" text NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	"published_by" uuid,
	CONSTRAINT "editions_story_id_number_pk" PRIMARY KEY("story_id","number")
);
--> statement-breakpoint
CREATE TABLE "site"."permalinks" (
	"language" text NOT NULL,
	"section_slug" text NOT NULL,
	"slug" text NOT NULL,
	"story_id" uuid NOT NULL,
	"since" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "permalinks_language_section_slug_slug_pk" PRIMARY KEY("language","section_slug","slug")
);
--> statement-breakpoint
CREATE TABLE "stories" (
	"id" uuid PRIMARY KEY NOT NULL,
	"state" "story_state" DEFAULT 'draft' NOT NULL,
	"language" text NOT NULL,
	"section_id" uuid,
	"slug" text DEFAULT '' NOT NULL,
	"kicker" text DEFAULT '' NOT NULL,
	"trail_text" text DEFAULT '' NOT NULL,
	"dateline" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"detail_versions" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"headline" text DEFAULT '' NOT NULL,
	"standfirst" text DEFAULT '' NOT NULL,
	"plain_text" text DEFAULT '' NOT NULL,
	"signs" integer DEFAULT 0 NOT NULL,
	"words" integer DEFAULT 0 NOT NULL,
	"search" "tsvector" GENERATED ALWAYS AS (setweight(to_tsvector('chapeau_search', headline), 'A') || setweight(to_tsvector('chapeau_search', standfirst), 'B') || to_tsvector('chapeau_search', left(plain_text, 300000))) STORED,
	"edition_number" integer,
	"published_text_version" integer,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"touched_at" timestamp with time zone DEFAULT now() NOT NULL,
	"touched_by" uuid
);
--> statement-breakpoint
CREATE TABLE "story_bylines" (
	"story_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "story_bylines_story_id_person_id_pk" PRIMARY KEY("story_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "story_tag_dismissals" (
	"story_id" uuid NOT NULL,
	"tag_id" uuid NOT NULL,
	CONSTRAINT "story_tag_dismissals_story_id_tag_id_pk" PRIMARY KEY("story_id","tag_id")
);
--> statement-breakpoint
CREATE TABLE "story_tags" (
	"story_id" uuid NOT NULL,
	"tag_id" uuid NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "story_tags_story_id_tag_id_pk" PRIMARY KEY("story_id","tag_id")
);
--> statement-breakpoint
CREATE TABLE "tag_aliases" (
	"tag_id" uuid NOT NULL,
	"alias" text NOT NULL,
	"folded" text NOT NULL,
	CONSTRAINT "tag_aliases_tag_id_folded_pk" PRIMARY KEY("tag_id","folded")
);
--> statement-breakpoint
CREATE TABLE "tag_labels" (
	"tag_id" uuid NOT NULL,
	"type" "tag_type" NOT NULL,
	"language" text NOT NULL,
	"label" text NOT NULL,
	"folded" text NOT NULL,
	"slug" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	CONSTRAINT "tag_labels_tag_id_language_pk" PRIMARY KEY("tag_id","language")
);
--> statement-breakpoint
CREATE TABLE "tag_redirects" (
	"type" "tag_type" NOT NULL,
	"language" text NOT NULL,
	"slug" text NOT NULL,
	"tag_id" uuid NOT NULL,
	CONSTRAINT "tag_redirects_type_language_slug_pk" PRIMARY KEY("type","language","slug")
);
--> statement-breakpoint
CREATE TABLE "tags" (
	"id" uuid PRIMARY KEY NOT NULL,
	"type" "tag_type" NOT NULL,
	"wikidata" text,
	"media_topic" text,
	"merged_into" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "story_steps" (
	"story_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"step" jsonb NOT NULL,
	"author_id" uuid,
	"client_id" uuid NOT NULL,
	"client_seq" bigint NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "story_steps_story_id_version_pk" PRIMARY KEY("story_id","version")
);
--> statement-breakpoint
CREATE TABLE "story_texts" (
	"story_id" uuid PRIMARY KEY NOT NULL,
	"history_id" uuid NOT NULL,
	"version" integer DEFAULT 0 NOT NULL,
	"snapshot" jsonb NOT NULL,
	"snapshot_version" integer DEFAULT 0 NOT NULL,
	"snapshot_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_made_by_people_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site"."article_bylines" ADD CONSTRAINT "article_bylines_story_id_articles_story_id_fk" FOREIGN KEY ("story_id") REFERENCES "site"."articles"("story_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site"."article_tags" ADD CONSTRAINT "article_tags_story_id_articles_story_id_fk" FOREIGN KEY ("story_id") REFERENCES "site"."articles"("story_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stories" ADD CONSTRAINT "stories_section_id_sections_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."sections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stories" ADD CONSTRAINT "stories_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stories" ADD CONSTRAINT "stories_touched_by_people_id_fk" FOREIGN KEY ("touched_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "story_bylines" ADD CONSTRAINT "story_bylines_story_id_stories_id_fk" FOREIGN KEY ("story_id") REFERENCES "public"."stories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "story_bylines" ADD CONSTRAINT "story_bylines_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "story_tag_dismissals" ADD CONSTRAINT "story_tag_dismissals_story_id_stories_id_fk" FOREIGN KEY ("story_id") REFERENCES "public"."stories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "story_tag_dismissals" ADD CONSTRAINT "story_tag_dismissals_tag_id_tags_id_fk" FOREIGN KEY ("tag_id") REFERENCES "public"."tags"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "story_tags" ADD CONSTRAINT "story_tags_story_id_stories_id_fk" FOREIGN KEY ("story_id") REFERENCES "public"."stories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "story_tags" ADD CONSTRAINT "story_tags_tag_id_tags_id_fk" FOREIGN KEY ("tag_id") REFERENCES "public"."tags"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tag_aliases" ADD CONSTRAINT "tag_aliases_tag_id_tags_id_fk" FOREIGN KEY ("tag_id") REFERENCES "public"."tags"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tag_labels" ADD CONSTRAINT "tag_labels_tag_id_tags_id_fk" FOREIGN KEY ("tag_id") REFERENCES "public"."tags"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tag_redirects" ADD CONSTRAINT "tag_redirects_tag_id_tags_id_fk" FOREIGN KEY ("tag_id") REFERENCES "public"."tags"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tags" ADD CONSTRAINT "tags_merged_into_tags_id_fk" FOREIGN KEY ("merged_into") REFERENCES "public"."tags"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "story_steps" ADD CONSTRAINT "story_steps_story_id_stories_id_fk" FOREIGN KEY ("story_id") REFERENCES "public"."stories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "story_steps" ADD CONSTRAINT "story_steps_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "story_texts" ADD CONSTRAINT "story_texts_story_id_stories_id_fk" FOREIGN KEY ("story_id") REFERENCES "public"."stories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_events_actor" ON "audit_events" USING btree ("actor_id","id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "audit_events_object" ON "audit_events" USING btree ("object_type","object_id","id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "audit_events_verb" ON "audit_events" USING btree ("verb","id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "outbox_waiting" ON "outbox" USING btree ("id") WHERE "outbox"."done_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "sections_slug_fr" ON "sections" USING btree ("slug_fr");--> statement-breakpoint
CREATE UNIQUE INDEX "sections_slug_en" ON "sections" USING btree ("slug_en");--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_token" ON "invitations" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "invitations_person" ON "invitations" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "people_email" ON "people" USING btree ("email");--> statement-breakpoint
CREATE UNIQUE INDEX "people_slug" ON "people" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "people_name" ON "people" USING btree ("name","id");--> statement-breakpoint
CREATE INDEX "sessions_person" ON "sessions" USING btree ("person_id","created_at");--> statement-breakpoint
CREATE INDEX "article_bylines_latest" ON "site"."article_bylines" USING btree ("person_id","language","first_published_at" DESC NULLS LAST,"story_id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "article_tags_latest" ON "site"."article_tags" USING btree ("tag_id","language","first_published_at" DESC NULLS LAST,"story_id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "articles_latest" ON "site"."articles" USING btree ("language","first_published_at" DESC NULLS LAST,"story_id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "articles_section" ON "site"."articles" USING btree ("language","section_id","first_published_at" DESC NULLS LAST,"story_id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "permalinks_story" ON "site"."permalinks" USING btree ("story_id");--> statement-breakpoint
CREATE INDEX "stories_touched" ON "stories" USING btree ("touched_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "stories_state_touched" ON "stories" USING btree ("state","touched_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "stories_section_touched" ON "stories" USING btree ("section_id","touched_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "stories_creator_touched" ON "stories" USING btree ("created_by","touched_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "stories_search" ON "stories" USING gin ("search");--> statement-breakpoint
CREATE UNIQUE INDEX "stories_address" ON "stories" USING btree ("language","section_id","slug") WHERE "stories"."slug" <> '';--> statement-breakpoint
CREATE INDEX "story_bylines_person" ON "story_bylines" USING btree ("person_id","story_id");--> statement-breakpoint
CREATE INDEX "story_tags_tag" ON "story_tags" USING btree ("tag_id","story_id");--> statement-breakpoint
CREATE INDEX "tag_aliases_folded" ON "tag_aliases" USING btree ("folded");--> statement-breakpoint
CREATE UNIQUE INDEX "tag_labels_slug" ON "tag_labels" USING btree ("type","language","slug");--> statement-breakpoint
CREATE INDEX "tag_labels_folded" ON "tag_labels" USING btree ("folded");--> statement-breakpoint
CREATE INDEX "tags_type" ON "tags" USING btree ("type","id");--> statement-breakpoint
CREATE UNIQUE INDEX "tags_wikidata" ON "tags" USING btree ("wikidata");--> statement-breakpoint
CREATE UNIQUE INDEX "tags_media_topic" ON "tags" USING btree ("media_topic");--> statement-breakpoint
CREATE INDEX "tags_merged_into" ON "tags" USING btree ("merged_into");--> statement-breakpoint
CREATE UNIQUE INDEX "story_steps_client" ON "story_steps" USING btree ("story_id","client_id","client_seq");--> statement-breakpoint
CREATE INDEX "story_steps_author" ON "story_steps" USING btree ("author_id","at");