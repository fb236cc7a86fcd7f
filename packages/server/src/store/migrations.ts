// Written by write-migrations.ts from the folder `migrations`. Do not edit.
import type { Migration } from './migration.ts'

export const migrations: readonly Migration[] = [
  {
    at: 1795296446520,
    hash: 'f450f1de0406a263cf7431abba51cef88bf8151cbd359f164297b518e19150e1',
    statements: [
      'CREATE TABLE "connect_accounts" (\n\t"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,\n\t"user_id" text NOT NULL,\n\t"account_type" text NOT NULL,\n\t"account_id" text NOT NULL,\n\t"status" text NOT NULL,\n\t"status_reason" text,\n\t"status_at" timestamp (3) with time zone NOT NULL,\n\t"name" text,\n\t"provider_user_id" text NOT NULL,\n\t"last_update" timestamp (3) with time zone NOT NULL,\n\t"created_on" timestamp (3) with time zone NOT NULL\n);\n',
      '\nCREATE TABLE "connect_intents" (\n\t"id" text PRIMARY KEY NOT NULL,\n\t"user_id" text NOT NULL,\n\t"provider" text NOT NULL,\n\t"method" text NOT NULL,\n\t"mode" text NOT NULL,\n\t"relink_account" uuid,\n\t"idempotency_key" text NOT NULL,\n\t"state" text NOT NULL,\n\t"upstream_intent_id" text,\n\t"revision" integer NOT NULL,\n\t"step" jsonb NOT NULL,\n\t"checkpoint_id" text,\n\t"busy_until" timestamp (3) with time zone,\n\t"awaiting" boolean NOT NULL,\n\t"next_poll_at" timestamp (3) with time zone NOT NULL,\n\t"faults" integer NOT NULL,\n\t"lease_owner" text,\n\t"lease_until" timestamp (3) with time zone,\n\t"created_at" timestamp (3) with time zone NOT NULL,\n\t"expires_at" timestamp (3) with time zone NOT NULL,\n\t"ended_at" timestamp (3) with time zone\n);\n',
      '\nCREATE TABLE "connect_webhook_events" (\n\t"id" text PRIMARY KEY NOT NULL,\n\t"type" text NOT NULL,\n\t"received_at" timestamp (3) with time zone NOT NULL\n);\n',
      '\nCREATE UNIQUE INDEX "connect_accounts_account_id" ON "connect_accounts" USING btree ("account_id");',
      '\nCREATE INDEX "connect_accounts_user" ON "connect_accounts" USING btree ("user_id","created_on");',
      '\nCREATE UNIQUE INDEX "connect_intents_idempotency" ON "connect_intents" USING btree ("user_id","idempotency_key");',
      '\nCREATE UNIQUE INDEX "connect_intents_state" ON "connect_intents" USING btree ("state");',
      '\nCREATE INDEX "connect_intents_awaiting" ON "connect_intents" USING btree ("next_poll_at") WHERE "connect_intents"."awaiting";',
      '\nCREATE INDEX "connect_intents_open" ON "connect_intents" USING btree ("expires_at") WHERE "connect_intents"."ended_at" is null;',
    ],
  },
  {
    at: 1795300192100,
    hash: '6aff289070bd0e4eaf683ccc9c5da70fed9c12f763c3cffa996e152c84128266',
    statements: [
      'ALTER TABLE "connect_intents" ADD COLUMN "return_to" text;',
      '\nALTER TABLE "connect_intents" ADD COLUMN "display" text;',
      '\nALTER TABLE "connect_intents" ADD COLUMN "returned_at" timestamp (3) with time zone;',
    ],
  },
  {
    at: 1795306000693,
    hash: '5df0673fbdb168a8920081a1ecfaa18f0470b3b1f5fa158e6c675537fca42758',
    statements: [
      'CREATE TABLE "connect_audit" (\n\t"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "connect_audit_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),\n\t"at" timestamp (3) with time zone NOT NULL,\n\t"user_id" text NOT NULL,\n\t"action" text NOT NULL,\n\t"provider" text,\n\t"account" uuid,\n\t"intent_id" text,\n\t"result" text\n);\n',
      '\nCREATE TABLE "connect_chores" (\n\t"name" text PRIMARY KEY NOT NULL,\n\t"due_at" timestamp (3) with time zone NOT NULL\n);\n',
      '\nCREATE TABLE "connect_links" (\n\t"id" text PRIMARY KEY NOT NULL,\n\t"user_id" text NOT NULL,\n\t"options" jsonb NOT NULL,\n\t"relink_account" uuid,\n\t"created_at" timestamp (3) with time zone NOT NULL,\n\t"expires_at" timestamp (3) with time zone NOT NULL,\n\t"used_at" timestamp (3) with time zone\n);\n',
      '\nCREATE TABLE "connect_notices" (\n\t"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,\n\t"account" uuid NOT NULL,\n\t"day" date NOT NULL,\n\t"status" text NOT NULL,\n\t"due_at" timestamp (3) with time zone NOT NULL,\n\t"attempts" integer DEFAULT 0 NOT NULL,\n\t"failure" text,\n\t"settled_at" timestamp (3) with time zone\n);\n',
      '\nCREATE TABLE "connect_rate_limits" (\n\t"key" text PRIMARY KEY NOT NULL,\n\t"points" integer DEFAULT 0 NOT NULL,\n\t"expire" bigint\n);\n',
      '\nALTER TABLE "connect_accounts" ADD COLUMN "label" text;',
      '\nALTER TABLE "connect_accounts" ADD COLUMN "initial_sync" text;',
      '\nALTER TABLE "connect_intents" ADD COLUMN "link_id" text;',
      '\nALTER TABLE "connect_webhook_events" ADD COLUMN "body" jsonb;',
      '\nALTER TABLE "connect_webhook_events" ADD COLUMN "due_at" timestamp (3) with time zone DEFAULT now() NOT NULL;',
      '\nALTER TABLE "connect_webhook_events" ADD COLUMN "attempts" integer DEFAULT 0 NOT NULL;',
      '\nALTER TABLE "connect_webhook_events" ADD COLUMN "failure" text;',
      '\nALTER TABLE "connect_webhook_events" ADD COLUMN "processed_at" timestamp (3) with time zone;',
      '\nALTER TABLE "connect_notices" ADD CONSTRAINT "connect_notices_account_connect_accounts_id_fk" FOREIGN KEY ("account") REFERENCES "public"."connect_accounts"("id") ON DELETE cascade ON UPDATE no action;',
      '\nCREATE INDEX "connect_audit_user" ON "connect_audit" USING btree ("user_id","at");',
      '\nCREATE INDEX "connect_audit_at" ON "connect_audit" USING btree ("at");',
      '\nCREATE INDEX "connect_links_expiry" ON "connect_links" USING btree ("expires_at");',
      '\nCREATE UNIQUE INDEX "connect_notices_account_day" ON "connect_notices" USING btree ("account","day");',
      '\nCREATE INDEX "connect_notices_due" ON "connect_notices" USING btree ("due_at") WHERE "connect_notices"."settled_at" is null;',
      '\nCREATE INDEX "connect_rate_limits_expire" ON "connect_rate_limits" USING btree ("expire");',
      '\nCREATE INDEX "connect_intents_ended" ON "connect_intents" USING btree ("ended_at") WHERE "connect_intents"."ended_at" is not null;',
      '\nCREATE INDEX "connect_intents_link" ON "connect_intents" USING btree ("link_id") WHERE "connect_intents"."link_id" is not null;',
      '\nCREATE INDEX "connect_webhook_events_due" ON "connect_webhook_events" USING btree ("due_at") WHERE "connect_webhook_events"."processed_at" is null;',
      '\nCREATE INDEX "connect_webhook_events_received" ON "connect_webhook_events" USING btree ("received_at");',
      '\nUPDATE "connect_webhook_events" SET "processed_at" = "received_at";\n',
    ],
  },
  {
    at: 1795307483510,
    hash: 'f7be41c93cfd8fdc4ceefabb1f3bc04660c1b336629f779f7d92230c5dc1bc1f',
    statements: [
      'CREATE INDEX "connect_notices_settled" ON "connect_notices" USING btree ("settled_at") WHERE "connect_notices"."settled_at" is not null;',
    ],
  },
  {
    at: 1795308680026,
    hash: 'b8a631a5a2e60ce9e12f2213bd0efff599c41c52827b2fa66ff75e804815b440',
    statements: [
      '-- A count that a crash may lose costs no flush of the log.\nALTER TABLE "connect_rate_limits" SET UNLOGGED;\n',
    ],
  },
  {
    at: 1795313282319,
    hash: '3aca6924481ebd8f753a59ce1842146337530dcd7c5313a2b6c11d52d4079a88',
    statements: [
      'CREATE INDEX "connect_intents_returned" ON "connect_intents" USING btree ("returned_at") WHERE "connect_intents"."returned_at" is not null and "connect_intents"."ended_at" is null;',
    ],
  },
  {
    at: 1795894000000,
    hash: '6692a3bec2f497a37b119b455acdf42b1567dfd9bc5b552710b97bbfcb34f999',
    statements: ['ALTER TABLE "connect_chores" RENAME TO "connect_jobs";'],
  },
  {
    at: 1795904990025,
    hash: '068c321fa6b1e9eb31fcd7a2e67a7a893837e8eaa3c9c8258fe075a1a57e9162',
    statements: [
      'CREATE TABLE "connect_removals" (\n\t"id" text PRIMARY KEY NOT NULL,\n\t"until" timestamp (3) with time zone NOT NULL,\n\t"due_at" timestamp (3) with time zone NOT NULL,\n\t"attempts" integer DEFAULT 0 NOT NULL,\n\t"failure" text,\n\t"settled_at" timestamp (3) with time zone\n);\n',
      '\nCREATE INDEX "connect_removals_due" ON "connect_removals" USING btree ("due_at") WHERE "connect_removals"."settled_at" is null;',
      '\nCREATE INDEX "connect_removals_settled" ON "connect_removals" USING btree ("settled_at") WHERE "connect_removals"."settled_at" is not null;',
    ],
  },
  {
    at: 1795907529031,
    hash: 'b6aaa5f239a3e1b8569dc2846bde0397a26390e69923250f13eb52bee5e6da13',
    statements: [
      'ALTER TABLE "connect_intents" ADD COLUMN "returned_account" text;',
      '\nALTER TABLE "connect_jobs" ADD COLUMN "period_ms" bigint;',
      '\nCREATE INDEX "connect_intents_returned_account" ON "connect_intents" USING btree ("returned_account") WHERE "connect_intents"."returned_account" is not null;',
    ],
  },
  {
    at: 1795907908391,
    hash: '4071bcf285a7fb10c743a048a975f7ba4573620ea738e384f38261429ddc7c10',
    statements: [
      'ALTER TABLE "connect_accounts" ADD COLUMN "sign_in" jsonb;',
      '\nALTER TABLE "connect_intents" ADD COLUMN "sign_in" jsonb;',
    ],
  },
  {
    at: 1795909657742,
    hash: '5ea59226cbc4b71f095b9d867e74d85304846483364f7b0acdd58b9b27da6b06',
    statements: [
      'UPDATE "connect_intents" SET "step" = jsonb_set("step", \'{type}\', \'"canceled"\') WHERE "step" ->> \'type\' = \'cancelled\';',
      '\nUPDATE "connect_audit" SET "result" = \'canceled\' WHERE "result" = \'cancelled\';\n',
    ],
  },
  {
    at: 1795917338557,
    hash: '0bee7f9206e6d74db8708171194a028cca8f122662fcdfa1b121e8d407f5373d',
    statements: [
      'ALTER TABLE "connect_links" ADD COLUMN "made_by" text DEFAULT \'host\' NOT NULL;',
      '\nALTER TABLE "connect_links" ADD COLUMN "browser" text;',
      '\nALTER TABLE "connect_links" ADD COLUMN "opened_at" timestamp (3) with time zone;',
      '\nALTER TABLE "connect_links" ADD COLUMN "revoked_at" timestamp (3) with time zone;',
      '\nCREATE INDEX "connect_links_user" ON "connect_links" USING btree ("user_id","created_at","id");',
    ],
  },
  {
    at: 1795919070448,
    hash: '44032698411854b941bec1ea7abd7f2c5758c5b34d9151558bf33b4c8005e4df',
    statements: [
      'ALTER TABLE "connect_intents" ADD COLUMN "return_token" text;',
      '\nALTER TABLE "connect_intents" ADD COLUMN "confirmed_at" timestamp (3) with time zone;',
      '\nALTER TABLE "connect_intents" ADD COLUMN "consented_account" text;',
      '\nALTER TABLE "connect_intents" ADD COLUMN "consented_new" boolean;',
      '\nALTER TABLE "connect_intents" ADD COLUMN "consented_at" timestamp (3) with time zone;',
      '\nCREATE INDEX "connect_intents_unconfirmed" ON "connect_intents" USING btree ("returned_at") WHERE "connect_intents"."return_token" is not null;',
      '\nCREATE INDEX "connect_intents_consented" ON "connect_intents" USING btree ("consented_at") WHERE "connect_intents"."consented_at" is not null;',
    ],
  },
  {
    at: 1795949938524,
    hash: 'cdeab9c23a235d11abce4b25bdc892d89db0aec3dba9ad5f32389b62133b0e33',
    statements: [
      'CREATE TABLE "connect_refused_methods" (\n\t"provider" text NOT NULL,\n\t"method" text NOT NULL,\n\t"refused_at" timestamp (3) with time zone NOT NULL,\n\tCONSTRAINT "connect_refused_methods_provider_method_pk" PRIMARY KEY("provider","method")\n);\n',
    ],
  },
  {
    at: 1795957237267,
    hash: '428023158036db5a670d11e8a39db979f1ac1963ade52f6a598c538f5a5feb5a',
    statements: [
      'DROP INDEX "connect_accounts_user";',
      '\nCREATE INDEX "connect_accounts_created" ON "connect_accounts" USING btree ("created_on","id");',
      '\nCREATE INDEX "connect_accounts_user" ON "connect_accounts" USING btree ("user_id","created_on","id");',
    ],
  },
  {
    at: 1795958651655,
    hash: '45484c87ab59099b554f6d4b682486ad2a6f799b6c8a4443384203a9ba02a599',
    statements: [
      'CREATE TABLE "connect_outbox" (\n\t"id" text NOT NULL,\n\t"target" text NOT NULL,\n\t"stream" text NOT NULL,\n\t"user_id" text NOT NULL,\n\t"event" jsonb NOT NULL,\n\t"created_at" timestamp (3) with time zone NOT NULL,\n\t"due_at" timestamp (3) with time zone NOT NULL,\n\t"until" timestamp (3) with time zone NOT NULL,\n\t"attempts" integer NOT NULL,\n\t"failure" text,\n\t"settled_at" timestamp (3) with time zone,\n\t"forget" boolean NOT NULL,\n\t"sequence" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "connect_outbox_sequence_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1)\n);\n',
      '\nCREATE UNIQUE INDEX "connect_outbox_id" ON "connect_outbox" USING btree ("id","target");',
      '\nCREATE INDEX "connect_outbox_due" ON "connect_outbox" USING btree ("target","due_at","sequence") WHERE "connect_outbox"."settled_at" is null;',
      '\nCREATE INDEX "connect_outbox_stream" ON "connect_outbox" USING btree ("stream","target","sequence") WHERE "connect_outbox"."settled_at" is null;',
      '\nCREATE INDEX "connect_outbox_settled" ON "connect_outbox" USING btree ("settled_at") WHERE "connect_outbox"."settled_at" is not null;',
      '\nCREATE INDEX "connect_outbox_missed" ON "connect_outbox" USING btree ("sequence") WHERE "connect_outbox"."settled_at" is not null and "connect_outbox"."failure" is not null;',
      '\nCREATE INDEX "connect_outbox_user" ON "connect_outbox" USING btree ("user_id");',
    ],
  },
]
