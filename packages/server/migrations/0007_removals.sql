CREATE TABLE "connect_removals" (
	"id" text PRIMARY KEY NOT NULL,
	"until" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"failure" text,
	"settled_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE INDEX "connect_removals_due" ON "connect_removals" USING btree ("due_at") WHERE "connect_removals"."settled_at" is null;--> statement-breakpoint
CREATE INDEX "connect_removals_settled" ON "connect_removals" USING btree ("settled_at") WHERE "connect_removals"."settled_at" is not null;