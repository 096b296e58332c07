ALTER TABLE "payments_legal_entities" ADD COLUMN "refund_limit_cents" bigint DEFAULT 50000 NOT NULL;--> statement-breakpoint
ALTER TABLE "payments_refunds" ADD COLUMN "approved_by" text;