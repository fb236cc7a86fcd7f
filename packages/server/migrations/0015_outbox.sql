CREATE TABLE "connect_outbox" (
	"id" text NOT NULL,
	"target" text NOT NULL,
	"stream" text NOT NULL,
	"user_id" text NOT NULL,
	"event" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"until" timestamp (3) with time zone NOT NULL,
	"attempts" integer NOT NULL,
	"failure" text,
	"settled_at" timestamp (3) with time zone,
	"forget" boolean NOT NULL,
	"sequence" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "connect_outbox_sequence_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1)
);
--> statement-breakpoint
CREATE UNIQUE INDEX "connect_outbox_id" ON "connect_outbox" USING btree ("id","target");--> statement-breakpoint
CREATE INDEX "connect_outbox_due" ON "connect_outbox" USING btree ("target","due_at","sequence") WHERE "connect_outbox"."settled_at" is null;--> statement-breakpoint
CREATE INDEX "connect_outbox_stream" ON "connect_outbox" USING btree ("stream","target","sequence") WHERE "connect_outbox"."settled_at" is null;--> statement-breakpoint
CREATE INDEX "connect_outbox_settled" ON "connect_outbox" USING btree ("settled_at") WHERE "connect_outbox"."settled_at" is not null;--> statement-breakpoint
CREATE INDEX "connect_outbox_missed" ON "connect_outbox" USING btree ("sequence") WHERE "connect_outbox"."settled_at" is not null and "connect_outbox"."failure" is not null;--> statement-breakpoint
CREATE INDEX "connect_outbox_user" ON "connect_outbox" USING btree ("user_id");