CREATE TABLE "connect_audit" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "connect_audit_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp (3) with time zone NOT NULL,
	"user_id" text NOT NULL,
	"action" text NOT NULL,
	"provider" text,
	"account" uuid,
	"intent_id" text,
	"result" text
);
--> statement-breakpoint
CREATE TABLE "connect_chores" (
	"name" text PRIMARY KEY NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "connect_links" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"options" jsonb NOT NULL,
	"relink_account" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "connect_notices" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"account" uuid NOT NULL,
	"day" date NOT NULL,
	"status" text NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"failure" text,
	"settled_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "connect_rate_limits" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer DEFAULT 0 NOT NULL,
	"expire" bigint
);
--> statement-breakpoint
ALTER TABLE "connect_accounts" ADD COLUMN "label" text;--> statement-breakpoint
ALTER TABLE "connect_accounts" ADD COLUMN "initial_sync" text;--> statement-breakpoint
ALTER TABLE "connect_intents" ADD COLUMN "link_id" text;--> statement-breakpoint
ALTER TABLE "connect_webhook_events" ADD COLUMN "body" jsonb;--> statement-breakpoint
ALTER TABLE "connect_webhook_events" ADD COLUMN "due_at" timestamp (3) with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "connect_webhook_events" ADD COLUMN "attempts" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "connect_webhook_events" ADD COLUMN "failure" text;--> statement-breakpoint
ALTER TABLE "connect_webhook_events" ADD COLUMN "processed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "connect_notices" ADD CONSTRAINT "connect_notices_account_connect_accounts_id_fk" FOREIGN KEY ("account") REFERENCES "public"."connect_accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "connect_audit_user" ON "connect_audit" USING btree ("user_id","at");--> statement-breakpoint
CREATE INDEX "connect_audit_at" ON "connect_audit" USING btree ("at");--> statement-breakpoint
CREATE INDEX "connect_links_expiry" ON "connect_links" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "connect_notices_account_day" ON "connect_notices" USING btree ("account","day");--> statement-breakpoint
CREATE INDEX "connect_notices_due" ON "connect_notices" USING btree ("due_at") WHERE "connect_notices"."settled_at" is null;--> statement-breakpoint
CREATE INDEX "connect_rate_limits_expire" ON "connect_rate_limits" USING btree ("expire");--> statement-breakpoint
CREATE INDEX "connect_intents_ended" ON "connect_intents" USING btree ("ended_at") WHERE "connect_intents"."ended_at" is not null;--> statement-breakpoint
CREATE INDEX "connect_intents_link" ON "connect_intents" USING btree ("link_id") WHERE "connect_intents"."link_id" is not null;--> statement-breakpoint
CREATE INDEX "connect_webhook_events_due" ON "connect_webhook_events" USING btree ("due_at") WHERE "connect_webhook_events"."processed_at" is null;--> statement-breakpoint
CREATE INDEX "connect_webhook_events_received" ON "connect_webhook_events" USING btree ("received_at");--> statement-breakpoint
UPDATE "connect_webhook_events" SET "processed_at" = "received_at";
