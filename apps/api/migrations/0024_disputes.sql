CREATE TABLE "payments_disputes" (
	"id" text PRIMARY KEY NOT NULL,
	"provider_dispute_id" text NOT NULL,
	"payment_id" text NOT NULL,
	"booking_id" text,
	"amount_cents" bigint NOT NULL,
	"currency" text NOT NULL,
	"reason" text NOT NULL,
	"state" text NOT NULL,
	"due_by" timestamp with time zone,
	"statement" text,
	"submitted_at" timestamp with time zone,
	"answered_by" text,
	"opened_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	CONSTRAINT "payments_disputes_provider_dispute_id_unique" UNIQUE("provider_dispute_id"),
	CONSTRAINT "payments_disputes_amount" CHECK ("payments_disputes"."amount_cents" > 0)
);
--> statement-breakpoint
ALTER TABLE "payments_disputes" ADD CONSTRAINT "payments_disputes_payment_id_payments_payments_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payments_payments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "payments_disputes_payment" ON "payments_disputes" USING btree ("payment_id");--> statement-breakpoint
CREATE INDEX "payments_disputes_newest" ON "payments_disputes" USING btree ("opened_at","id");