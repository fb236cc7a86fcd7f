ALTER TABLE "connect_intents" ADD COLUMN "return_to" text;--> statement-breakpoint
ALTER TABLE "connect_intents" ADD COLUMN "display" text;--> statement-breakpoint
ALTER TABLE "connect_intents" ADD COLUMN "returned_at" timestamp (3) with time zone;