ALTER TABLE "connect_links" ADD COLUMN "made_by" text DEFAULT 'host' NOT NULL;--> statement-breakpoint
ALTER TABLE "connect_links" ADD COLUMN "browser" text;--> statement-breakpoint
ALTER TABLE "connect_links" ADD COLUMN "opened_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "connect_links" ADD COLUMN "revoked_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "connect_links_user" ON "connect_links" USING btree ("user_id","created_at","id");