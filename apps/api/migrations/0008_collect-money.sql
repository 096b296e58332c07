CREATE TABLE "payments_cards" (
	"id" text PRIMARY KEY NOT NULL,
	"customer_id" text NOT NULL,
	"provider" text NOT NULL,
	"provider_customer_id" text NOT NULL,
	"provider_method_id" text NOT NULL,
	"brand" text NOT NULL,
	"last4" text NOT NULL,
	"expiry_month" integer NOT NULL,
	"expiry_year" integer NOT NULL,
	"consent_id" text NOT NULL,
	"consent_given_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone,
	CONSTRAINT "payments_cards_provider_method_id_unique" UNIQUE("provider_method_id")
);
--> statement-breakpoint
CREATE TABLE "payments_pay_links" (
	"id" text PRIMARY KEY NOT NULL,
	"booking_id" text NOT NULL,
	"cause" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "payments_pay_links_cause_unique" UNIQUE("cause")
);
--> statement-breakpoint
ALTER TABLE "payments_checkouts" ALTER COLUMN "hold_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "payments_checkouts" ADD COLUMN "booking_id" text;--> statement-breakpoint
ALTER TABLE "payments_checkouts" ADD COLUMN "pay_link_id" text;--> statement-breakpoint
ALTER TABLE "payments_ledger_lines" ADD COLUMN "chef_id" text;--> statement-breakpoint
ALTER TABLE "payments_payments" ADD COLUMN "occasion" text;--> statement-breakpoint
ALTER TABLE "payments_cards" ADD CONSTRAINT "payments_cards_consent_id_payments_consents_id_fk" FOREIGN KEY ("consent_id") REFERENCES "public"."payments_consents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "payments_cards_customer" ON "payments_cards" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "payments_pay_links_booking" ON "payments_pay_links" USING btree ("booking_id");--> statement-breakpoint
ALTER TABLE "payments_checkouts" ADD CONSTRAINT "payments_checkouts_pay_link_id_payments_pay_links_id_fk" FOREIGN KEY ("pay_link_id") REFERENCES "public"."payments_pay_links"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "payments_checkouts_one_open_of_booking" ON "payments_checkouts" USING btree ("booking_id","purpose") WHERE "payments_checkouts"."status" in ('creating', 'open');--> statement-breakpoint
ALTER TABLE "payments_payments" ADD CONSTRAINT "payments_payments_occasion_unique" UNIQUE("occasion");--> statement-breakpoint
ALTER TABLE "payments_checkouts" ADD CONSTRAINT "payments_checkouts_subject" CHECK (("payments_checkouts"."hold_id" is null) <> ("payments_checkouts"."booking_id" is null));