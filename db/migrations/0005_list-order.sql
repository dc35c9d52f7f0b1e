-- ORDER BY … DESC means nulls first. An index of DESC NULLS LAST cannot serve it, so every list sorted all it had; a plain one, read
-- backwards, can.
DROP INDEX "audit_events_actor";--> statement-breakpoint
DROP INDEX "audit_events_object";--> statement-breakpoint
DROP INDEX "audit_events_verb";--> statement-breakpoint
DROP INDEX "site"."article_bylines_latest";--> statement-breakpoint
DROP INDEX "site"."article_tags_latest";--> statement-breakpoint
DROP INDEX "site"."articles_latest";--> statement-breakpoint
DROP INDEX "site"."articles_section";--> statement-breakpoint
DROP INDEX "stories_touched";--> statement-breakpoint
DROP INDEX "stories_state_touched";--> statement-breakpoint
DROP INDEX "stories_section_touched";--> statement-breakpoint
DROP INDEX "stories_creator_touched";--> statement-breakpoint
CREATE INDEX "audit_events_actor" ON "audit_events" USING btree ("actor_id","id");--> statement-breakpoint
CREATE INDEX "audit_events_object" ON "audit_events" USING btree ("object_type","object_id","id");--> statement-breakpoint
CREATE INDEX "audit_events_verb" ON "audit_events" USING btree ("verb","id");--> statement-breakpoint
CREATE INDEX "article_bylines_latest" ON "site"."article_bylines" USING btree ("person_id","language","first_published_at","story_id");--> statement-breakpoint
CREATE INDEX "article_tags_latest" ON "site"."article_tags" USING btree ("tag_id","language","first_published_at","story_id");--> statement-breakpoint
CREATE INDEX "articles_latest" ON "site"."articles" USING btree ("language","first_published_at","story_id");--> statement-breakpoint
CREATE INDEX "articles_section" ON "site"."articles" USING btree ("language","section_id","first_published_at","story_id");--> statement-breakpoint
CREATE INDEX "stories_touched" ON "stories" USING btree ("touched_at","id");--> statement-breakpoint
CREATE INDEX "stories_state_touched" ON "stories" USING btree ("state","touched_at","id");--> statement-breakpoint
CREATE INDEX "stories_section_touched" ON "stories" USING btree ("section_id","touched_at","id");--> statement-breakpoint
CREATE INDEX "stories_creator_touched" ON "stories" USING btree ("created_by","touched_at","id");