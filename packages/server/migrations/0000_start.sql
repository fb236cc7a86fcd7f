CREATE TABLE "connect_accounts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" text NOT NULL,
	"account_type" text NOT NULL,
	"account_id" text NOT NULL,
	"status" text NOT NULL,
	"status_reason" text,
	"status_at" timestamp (3) with time zone NOT NULL,
	"name" text,
	"provider_user_id" text NOT NULL,
	"last_update" timestamp (3) with time zone NOT NULL,
	"created_on" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "connect_intents" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"provider" text NOT NULL,
	"method" text NOT NULL,
	"mode" text NOT NULL,
	"relink_account" uuid,
	"idempotency_key" text NOT NULL,
	"state" text NOT NULL,
	"upstream_intent_id" text,
	"revision" integer NOT NULL,
	"step" jsonb NOT NULL,
	"checkpoint_id" text,
	"busy_until" timestamp (3) with time zone,
	"awaiting" boolean NOT NULL,
	"next_poll_at" timestamp (3) with time zone NOT NULL,
	"faults" integer NOT NULL,
	"lease_owner" text,
	"lease_until" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "connect_webhook_events" (
	"id" text PRIMARY KEY NOT NULL,
	"type" text NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "connect_accounts_account_id" ON "connect_accounts" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "connect_accounts_user" ON "connect_accounts" USING btree ("user_id","created_on");--> statement-breakpoint
CREATE UNIQUE INDEX "connect_intents_idempotency" ON "connect_intents" USING btree ("user_id","idempotency_key");--> statement-breakpoint
CREATE UNIQUE INDEX "connect_intents_state" ON "connect_intents" USING btree ("state");--> statement-breakpoint
CREATE INDEX "connect_intents_awaiting" ON "connect_intents" USING btree ("next_poll_at") WHERE "connect_intents"."awaiting";--> statement-breakpoint
CREATE INDEX "connect_intents_open" ON "connect_intents" USING btree ("expires_at") WHERE "connect_intents"."ended_at" is null;