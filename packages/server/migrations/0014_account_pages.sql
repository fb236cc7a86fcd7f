DROP INDEX "connect_accounts_user";--> statement-breakpoint
CREATE INDEX "connect_accounts_created" ON "connect_accounts" USING btree ("created_on","id");--> statement-breakpoint
CREATE INDEX "connect_accounts_user" ON "connect_accounts" USING btree ("user_id","created_on","id");