-- What the tables of versions promise beyond their columns, and what can be said of versions made before there were any.

CREATE TRIGGER story_versions_append_only BEFORE UPDATE OR DELETE ON story_versions FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER story_versions_keep BEFORE TRUNCATE ON story_versions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER story_details_append_only BEFORE UPDATE OR DELETE ON story_details FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER story_details_keep BEFORE TRUNCATE ON story_details FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
DO $$
BEGIN
  IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'chapeau_app') THEN
    REVOKE UPDATE, DELETE ON story_versions, story_details FROM chapeau_app;
  END IF;
END $$;--> statement-breakpoint

-- Listing who wrote when reads the key and these two columns of every step, and no step: it must not open the table's pages.
-- In the key's own index, so that an append writes no index more.
ALTER TABLE story_steps DROP CONSTRAINT story_steps_story_id_version_pk,
  ADD CONSTRAINT story_steps_story_id_version_pk PRIMARY KEY (story_id, version) INCLUDE (at, author_id);--> statement-breakpoint

-- The details that readers had, as the editions froze them; then those of today.
INSERT INTO story_details (story_id, version, details, written_by, at)
  SELECT e.story_id, (a.details ->> 'version')::int,
    jsonb_build_object(
      'language', e.language, 'section', e.content -> 'section' -> 'id', 'slug', e.content -> 'slug', 'kicker', e.content -> 'kicker',
      'trailText', e.content -> 'trailText', 'dateline', e.content -> 'dateline',
      'bylines', jsonb_path_query_array(e.content, '$.bylines[*].personId'), 'tags', jsonb_path_query_array(e.content, '$.tags[*].tagId')),
    a.actor_id, a.at
  FROM site.editions e
  JOIN audit_events a ON a.object_type = 'story' AND a.object_id = e.story_id::text AND a.verb = 'publish-story'
    AND (a.details ->> 'number')::int = e.number
  WHERE EXISTS (SELECT 1 FROM stories s WHERE s.id = e.story_id)
  ON CONFLICT DO NOTHING;--> statement-breakpoint
INSERT INTO story_details (story_id, version, details, written_by, at)
  SELECT s.id, s.version,
    jsonb_build_object(
      'language', s.language, 'section', s.section_id, 'slug', s.slug, 'kicker', s.kicker, 'trailText', s.trail_text,
      'dateline', s.dateline,
      'bylines', coalesce((SELECT jsonb_agg(b.person_id ORDER BY b.position) FROM story_bylines b WHERE b.story_id = s.id), '[]'),
      'tags', coalesce((SELECT jsonb_agg(t.tag_id ORDER BY t.position) FROM story_tags t WHERE t.story_id = s.id), '[]')),
    s.touched_by, s.touched_at
  FROM stories s
  ON CONFLICT DO NOTHING;--> statement-breakpoint

INSERT INTO story_versions (story_id, kind, text_version, details_version, edition_number, made_by, at)
  SELECT s.id,
    (CASE a.verb WHEN 'publish-story' THEN 'published' WHEN 'submit-story' THEN 'submitted' WHEN 'approve-story' THEN 'approved'
      WHEN 'send-back' THEN 'sent_back' ELSE 'unpublished' END)::version_kind,
    coalesce((a.details ->> 'textVersion')::int,
      (SELECT max(t.version) FROM story_steps t WHERE t.story_id = s.id AND t.at <= a.at), 0),
    (a.details ->> 'version')::int, (a.details ->> 'number')::int, a.actor_id, a.at
  FROM audit_events a JOIN stories s ON a.object_type = 'story' AND s.id::text = a.object_id
  WHERE a.verb IN ('publish-story', 'submit-story', 'approve-story', 'send-back', 'unpublish-story') AND a.details ? 'version'
  ORDER BY a.id;
