ALTER TABLE "connect_intents" ADD COLUMN "returned_account" text;--> statement-breakpoint
ALTER TABLE "connect_jobs" ADD COLUMN "period_ms" bigint;--> statement-breakpoint
CREATE INDEX "connect_intents_returned_account" ON "connect_intents" USING btree ("returned_account") WHERE "connect_intents"."returned_account" is not null;