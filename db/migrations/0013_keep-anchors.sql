-- An anchor stays for ever, and what was bound stays what it was: only where it stands is written again.
CREATE FUNCTION keep_anchor() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.id, OLD.story_id, OLD.made_by, OLD.made_at, OLD.made_version, OLD.sentence, OLD.phrase_start, OLD.phrase_end, OLD.digest, OLD.ordinal)
    IS DISTINCT FROM
     (NEW.id, NEW.story_id, NEW.made_by, NEW.made_at, NEW.made_version, NEW.sentence, NEW.phrase_start, NEW.phrase_end, NEW.digest, NEW.ordinal)
  THEN RAISE EXCEPTION 'what an anchor binds never changes' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER anchors_keep_quote BEFORE UPDATE ON anchors FOR EACH ROW EXECUTE FUNCTION keep_anchor();--> statement-breakpoint
CREATE TRIGGER anchors_stay BEFORE DELETE ON anchors FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER anchors_keep BEFORE TRUNCATE ON anchors FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
DO $$
BEGIN
  IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'chapeau_app') THEN REVOKE DELETE ON anchors FROM chapeau_app; END IF;
END $$;
