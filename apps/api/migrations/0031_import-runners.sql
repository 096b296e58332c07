ALTER TABLE "exchange_imports" ADD COLUMN "runner" text;--> statement-breakpoint
ALTER TABLE "exchange_imports" ADD COLUMN "runner_until" timestamp with time zone;