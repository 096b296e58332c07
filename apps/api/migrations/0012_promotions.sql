CREATE TABLE "catalog_promotion_uses" (
	"hold_id" text PRIMARY KEY NOT NULL,
	"promotion_id" text NOT NULL,
	"customer_id" text NOT NULL,
	"status" text NOT NULL,
	"booking_id" text,
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "catalog_promotions" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text,
	"name" text NOT NULL,
	"value" jsonb NOT NULL,
	"target" text NOT NULL,
	"minimum_spend_cents" bigint NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone,
	"limit_total" integer,
	"limit_per_customer" integer,
	"station_ids" jsonb NOT NULL,
	"weekdays" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" text NOT NULL,
	CONSTRAINT "catalog_promotions_code_unique" UNIQUE("code")
);
--> statement-breakpoint
ALTER TABLE "catalog_ingredients" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "catalog_menu_items" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "catalog_price_books" ADD COLUMN "revision" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "catalog_promotion_uses" ADD CONSTRAINT "catalog_promotion_uses_promotion_id_catalog_promotions_id_fk" FOREIGN KEY ("promotion_id") REFERENCES "public"."catalog_promotions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "catalog_promotion_uses_promotion" ON "catalog_promotion_uses" USING btree ("promotion_id","customer_id");--> statement-breakpoint
CREATE INDEX "catalog_promotions_created" ON "catalog_promotions" USING btree ("created_at","id");--> statement-breakpoint
ALTER TABLE "catalog_tax_rates" ADD CONSTRAINT "catalog_tax_rates_dated" UNIQUE NULLS NOT DISTINCT("state","city","line_class","valid_from");