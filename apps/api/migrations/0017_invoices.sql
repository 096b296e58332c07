CREATE TABLE "payments_invoice_counters" (
	"entity_id" text NOT NULL,
	"series" text NOT NULL,
	"year" integer NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "payments_invoice_counters_entity_id_series_year_pk" PRIMARY KEY("entity_id","series","year")
);
--> statement-breakpoint
CREATE TABLE "payments_invoices" (
	"id" text PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"entity_id" text NOT NULL,
	"kind" text NOT NULL,
	"credits_id" text,
	"booking_id" text NOT NULL,
	"customer_id" text NOT NULL,
	"total_cents" bigint NOT NULL,
	"document" jsonb NOT NULL,
	"reason" text,
	"issued_at" timestamp with time zone NOT NULL,
	"issued_by" text NOT NULL,
	"voided_at" timestamp with time zone,
	CONSTRAINT "payments_invoices_number_unique" UNIQUE("number"),
	CONSTRAINT "payments_invoices_credits_id_unique" UNIQUE("credits_id")
);
--> statement-breakpoint
CREATE TABLE "payments_legal_entities" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"address_lines" jsonb NOT NULL,
	"tax_number" text,
	"prefix" text NOT NULL,
	"time_zone" text NOT NULL,
	"station_ids" jsonb NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "payments_legal_entities_prefix_unique" UNIQUE("prefix"),
	CONSTRAINT "payments_legal_entities_position_unique" UNIQUE("position")
);
--> statement-breakpoint
ALTER TABLE "payments_invoice_counters" ADD CONSTRAINT "payments_invoice_counters_entity_id_payments_legal_entities_id_fk" FOREIGN KEY ("entity_id") REFERENCES "public"."payments_legal_entities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments_invoices" ADD CONSTRAINT "payments_invoices_entity_id_payments_legal_entities_id_fk" FOREIGN KEY ("entity_id") REFERENCES "public"."payments_legal_entities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "payments_invoices_one_valid" ON "payments_invoices" USING btree ("booking_id") WHERE "payments_invoices"."kind" = 'invoice' and "payments_invoices"."voided_at" is null;--> statement-breakpoint
CREATE INDEX "payments_invoices_customer" ON "payments_invoices" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "payments_invoices_newest" ON "payments_invoices" USING btree ("issued_at","id");