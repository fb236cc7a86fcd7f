ALTER TABLE "connect_intents" ADD COLUMN "return_token" text;--> statement-breakpoint
ALTER TABLE "connect_intents" ADD COLUMN "confirmed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "connect_intents" ADD COLUMN "consented_account" text;--> statement-breakpoint
ALTER TABLE "connect_intents" ADD COLUMN "consented_new" boolean;--> statement-breakpoint
ALTER TABLE "connect_intents" ADD COLUMN "consented_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "connect_intents_unconfirmed" ON "connect_intents" USING btree ("returned_at") WHERE "connect_intents"."return_token" is not null;--> statement-breakpoint
CREATE INDEX "connect_intents_consented" ON "connect_intents" USING btree ("consented_at") WHERE "connect_intents"."consented_at" is not null;