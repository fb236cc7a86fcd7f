ALTER TABLE "connect_accounts" ADD COLUMN "sign_in" jsonb;--> statement-breakpoint
ALTER TABLE "connect_intents" ADD COLUMN "sign_in" jsonb;