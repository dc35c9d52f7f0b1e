-- What the tables promise beyond their columns: append-only logs, views for readers, roles that cannot reach further.

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_SCHEMA || '.' || TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END $$;--> statement-breakpoint

CREATE TRIGGER audit_events_append_only BEFORE UPDATE OR DELETE ON audit_events FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER audit_events_keep BEFORE TRUNCATE ON audit_events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER story_steps_append_only BEFORE UPDATE OR DELETE ON story_steps FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER story_steps_keep BEFORE TRUNCATE ON story_steps FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER editions_append_only BEFORE UPDATE OR DELETE ON site.editions FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER editions_keep BEFORE TRUNCATE ON site.editions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint

-- A person may be named as the author of steps, stories and audit rows for ever.
CREATE TRIGGER people_keep BEFORE DELETE ON people FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint

-- An article in print always has its edition.
ALTER TABLE site.articles ADD CONSTRAINT articles_edition FOREIGN KEY (story_id, edition_number) REFERENCES site.editions (story_id, number);--> statement-breakpoint

CREATE VIEW site.tags AS
  SELECT l.tag_id, l.type, l.language, l.label, l.slug, l.description, t.wikidata
  FROM public.tag_labels l JOIN public.tags t ON t.id = l.tag_id
  WHERE t.merged_into IS NULL AND EXISTS (SELECT 1 FROM site.article_tags a WHERE a.tag_id = l.tag_id);--> statement-breakpoint
CREATE VIEW site.tag_redirects AS
  SELECT r.type, r.language, r.slug, r.tag_id FROM public.tag_redirects r
  WHERE EXISTS (SELECT 1 FROM site.article_tags a WHERE a.tag_id = r.tag_id);--> statement-breakpoint
CREATE VIEW site.people AS
  SELECT p.id AS person_id, p.byline_name, p.slug, p.biography FROM public.people p
  WHERE EXISTS (SELECT 1 FROM site.article_bylines b WHERE b.person_id = p.id);--> statement-breakpoint
CREATE VIEW site.sections AS
  SELECT id AS section_id, position, name_fr, name_en, slug_fr, slug_en FROM public.sections;--> statement-breakpoint
CREATE VIEW site.newsroom AS
  SELECT name, tagline, time_zone, default_language FROM public.newsroom;--> statement-breakpoint

-- Roles: the login that migrates owns everything; the desk works as chapeau_app, readers' pages as chapeau_reader. Where the login
-- may not make roles (some managed databases), the rest of the house still holds: the import rules keep readers' code away from drafts.
DO $$
BEGIN
  BEGIN
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'chapeau_app') THEN CREATE ROLE chapeau_app NOLOGIN; END IF;
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'chapeau_reader') THEN CREATE ROLE chapeau_reader NOLOGIN; END IF;
  EXCEPTION
    WHEN insufficient_privilege THEN RAISE NOTICE 'no right to make roles: chapeau_app and chapeau_reader left out'; RETURN;
    WHEN duplicate_object OR unique_violation THEN NULL;
  END;
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'chapeau_app') OR NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'chapeau_reader') THEN RETURN; END IF;

  IF NOT pg_has_role(current_user, 'chapeau_app', 'MEMBER') THEN EXECUTE format('GRANT chapeau_app TO %I', current_user); END IF;
  IF NOT pg_has_role(current_user, 'chapeau_reader', 'MEMBER') THEN EXECUTE format('GRANT chapeau_reader TO %I', current_user); END IF;

  GRANT USAGE ON SCHEMA public, site TO chapeau_app;
  GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public, site TO chapeau_app;
  GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public, site TO chapeau_app;
  REVOKE UPDATE, DELETE ON audit_events, story_steps, site.editions FROM chapeau_app;
  REVOKE DELETE ON people FROM chapeau_app;
  ALTER DEFAULT PRIVILEGES IN SCHEMA public, site GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO chapeau_app;
  ALTER DEFAULT PRIVILEGES IN SCHEMA public, site GRANT USAGE, SELECT ON SEQUENCES TO chapeau_app;

  -- Readers: SELECT in "site", nothing else; an edition only while an article points at it.
  GRANT USAGE ON SCHEMA site TO chapeau_reader;
  GRANT SELECT ON ALL TABLES IN SCHEMA site TO chapeau_reader;
  ALTER DEFAULT PRIVILEGES IN SCHEMA site GRANT SELECT ON TABLES TO chapeau_reader;
  REVOKE ALL ON SCHEMA public FROM chapeau_reader;
  ALTER TABLE site.editions ENABLE ROW LEVEL SECURITY;
  CREATE POLICY editions_desk ON site.editions TO chapeau_app USING (true) WITH CHECK (true);
  CREATE POLICY editions_in_print ON site.editions FOR SELECT TO chapeau_reader
    USING (EXISTS (SELECT 1 FROM site.articles a WHERE a.story_id = editions.story_id AND a.edition_number = editions.number));
END $$;
