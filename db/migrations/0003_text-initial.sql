ALTER TABLE "story_texts" ADD COLUMN "initial" jsonb NOT NULL;
