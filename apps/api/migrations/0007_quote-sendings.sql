CREATE TABLE "booking_quote_sendings" (
	"id" text PRIMARY KEY NOT NULL,
	"quote_id" text NOT NULL,
	"revision" integer NOT NULL,
	"recipient" text NOT NULL,
	"note" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "booking_quote_sendings" ADD CONSTRAINT "booking_quote_sendings_quote_id_booking_quotes_id_fk" FOREIGN KEY ("quote_id") REFERENCES "public"."booking_quotes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "booking_quote_sendings_quote" ON "booking_quote_sendings" USING btree ("quote_id","at");