UPDATE "connect_intents" SET "step" = jsonb_set("step", '{type}', '"canceled"') WHERE "step" ->> 'type' = 'cancelled';--> statement-breakpoint
UPDATE "connect_audit" SET "result" = 'canceled' WHERE "result" = 'cancelled';
