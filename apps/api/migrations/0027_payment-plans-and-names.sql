CREATE TABLE "reports_account_names" (
	"account" text PRIMARY KEY NOT NULL,
	"quickbooks_account" text NOT NULL,
	"xero_code" text NOT NULL,
	"xero_tax_rate" text NOT NULL,
	"version" integer NOT NULL,
	"updated_by" text NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "manual_payment_pages" (
	"id" text PRIMARY KEY NOT NULL,
	"checkout_id" text NOT NULL,
	"amount_cents" bigint NOT NULL,
	"title" text NOT NULL,
	"status" text NOT NULL,
	"method" text,
	"success_url" text NOT NULL,
	"cancel_url" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "manual_payment_pages_checkout_id_unique" UNIQUE("checkout_id"),
	CONSTRAINT "manual_payment_pages_amount" CHECK ("manual_payment_pages"."amount_cents" > 0)
);
--> statement-breakpoint
CREATE TABLE "manual_payment_refunds" (
	"id" text PRIMARY KEY NOT NULL,
	"refund_id" text NOT NULL,
	"page_id" text NOT NULL,
	"amount_cents" bigint NOT NULL,
	"status" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "manual_payment_refunds_refund_id_unique" UNIQUE("refund_id"),
	CONSTRAINT "manual_payment_refunds_amount" CHECK ("manual_payment_refunds"."amount_cents" > 0)
);
--> statement-breakpoint
ALTER TABLE "payments_checkouts" ALTER COLUMN "consent_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "payments_checkouts" ALTER COLUMN "consent_given_at" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "booking_bookings" ADD COLUMN "payment_plan" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "payments_checkouts" ADD COLUMN "provider" text DEFAULT 'stripe' NOT NULL;--> statement-breakpoint
ALTER TABLE "payments_checkouts" ADD COLUMN "announced_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "manual_payment_refunds" ADD CONSTRAINT "manual_payment_refunds_page_id_manual_payment_pages_id_fk" FOREIGN KEY ("page_id") REFERENCES "public"."manual_payment_pages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "manual_payment_pages_newest" ON "manual_payment_pages" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "manual_payment_refunds_page" ON "manual_payment_refunds" USING btree ("page_id");