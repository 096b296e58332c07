ALTER TABLE "payments_invoices" ADD COLUMN "addressee" jsonb NOT NULL DEFAULT '{"name":"[erased]","email":null,"place":"[erased]"}';--> statement-breakpoint
ALTER TABLE "payments_invoices" ALTER COLUMN "addressee" DROP DEFAULT;
