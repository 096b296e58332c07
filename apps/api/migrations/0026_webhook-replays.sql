CREATE TABLE "payments_webhook_replays" (
	"id" text PRIMARY KEY NOT NULL,
	"filter" jsonb NOT NULL,
	"total" integer NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"failed" integer DEFAULT 0 NOT NULL,
	"last_event_id" text,
	"started_by" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "payments_webhook_events" ADD COLUMN "is_unknown" boolean DEFAULT false NOT NULL;