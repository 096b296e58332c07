CREATE TABLE "payments_reconciliation_breaks" (
	"id" text PRIMARY KEY NOT NULL,
	"run_id" text NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"description" text NOT NULL,
	"there_cents" bigint,
	"here_cents" bigint,
	"provider_reference" text,
	"payment_id" text,
	"resolved_at" timestamp with time zone,
	"resolved_by" text,
	"resolution" text
);
--> statement-breakpoint
CREATE TABLE "payments_reconciliations" (
	"id" text PRIMARY KEY NOT NULL,
	"day" text NOT NULL,
	"state" text NOT NULL,
	"movements" integer DEFAULT 0 NOT NULL,
	"entries" integer DEFAULT 0 NOT NULL,
	"started_by" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "payments_reconciliation_breaks" ADD CONSTRAINT "payments_reconciliation_breaks_run_id_payments_reconciliations_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."payments_reconciliations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "payments_reconciliation_breaks_run" ON "payments_reconciliation_breaks" USING btree ("run_id");--> statement-breakpoint
CREATE INDEX "payments_reconciliation_breaks_subject" ON "payments_reconciliation_breaks" USING btree ("subject");--> statement-breakpoint
CREATE INDEX "payments_reconciliations_newest" ON "payments_reconciliations" USING btree ("started_at","id");--> statement-breakpoint
CREATE INDEX "payments_reconciliations_day" ON "payments_reconciliations" USING btree ("day");