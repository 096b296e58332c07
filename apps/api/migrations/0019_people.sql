CREATE TABLE "customers_privacy_exports" (
	"id" text PRIMARY KEY NOT NULL,
	"customer_id" text NOT NULL,
	"status" text NOT NULL,
	"steps_done" integer NOT NULL,
	"steps" integer NOT NULL,
	"document" jsonb,
	"requested_by" text NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "customers_distinct_pairs" (
	"one_id" text NOT NULL,
	"other_id" text NOT NULL,
	"decided_by" text NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	CONSTRAINT "customers_distinct_pairs_one_id_other_id_pk" PRIMARY KEY("one_id","other_id")
);
--> statement-breakpoint
CREATE TABLE "customers_merges" (
	"id" text PRIMARY KEY NOT NULL,
	"survivor_id" text NOT NULL,
	"merged_id" text NOT NULL,
	"reason" text NOT NULL,
	"merged_by" text NOT NULL,
	"merged_at" timestamp with time zone NOT NULL,
	"undone_by" text,
	"undone_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "customers_shared_contacts" (
	"one_id" text NOT NULL,
	"other_id" text NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "customers_shared_contacts_one_id_other_id_kind_pk" PRIMARY KEY("one_id","other_id","kind")
);
--> statement-breakpoint
CREATE TABLE "leads_matters" (
	"matter" text PRIMARY KEY NOT NULL,
	"lead_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "leads_steps" (
	"id" text PRIMARY KEY NOT NULL,
	"sequence" bigserial NOT NULL,
	"lead_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor" text NOT NULL,
	"stage" text NOT NULL,
	"text" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "leads_leads" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"stage" text NOT NULL,
	"source" text NOT NULL,
	"name" text,
	"email" text,
	"phone" text,
	"wish" text,
	"customer_id" text,
	"conversation_id" text,
	"quote_id" text,
	"booking_id" text,
	"owner_user_id" text,
	"owner_name" text,
	"next_action_at" timestamp with time zone,
	"lost_reason" text,
	"consent" jsonb,
	"created_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "customers_addresses" ADD COLUMN "is_default" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "customers_consents" ADD COLUMN "source" text DEFAULT 'staff' NOT NULL;--> statement-breakpoint
ALTER TABLE "customers_consents" ADD COLUMN "words" text;--> statement-breakpoint
ALTER TABLE "customers_consents" ADD COLUMN "recorded_by" text DEFAULT 'system:unknown' NOT NULL;--> statement-breakpoint
ALTER TABLE "customers_customers" ADD COLUMN "tags" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "customers_customers" ADD COLUMN "merged_into" text;--> statement-breakpoint
ALTER TABLE "customers_customers" ADD COLUMN "erased_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "operations_audit" ADD COLUMN "salt" text;--> statement-breakpoint
ALTER TABLE "customers_privacy_exports" ADD CONSTRAINT "customers_privacy_exports_customer_id_customers_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers_customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customers_distinct_pairs" ADD CONSTRAINT "customers_distinct_pairs_one_id_customers_customers_id_fk" FOREIGN KEY ("one_id") REFERENCES "public"."customers_customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customers_distinct_pairs" ADD CONSTRAINT "customers_distinct_pairs_other_id_customers_customers_id_fk" FOREIGN KEY ("other_id") REFERENCES "public"."customers_customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customers_merges" ADD CONSTRAINT "customers_merges_survivor_id_customers_customers_id_fk" FOREIGN KEY ("survivor_id") REFERENCES "public"."customers_customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customers_merges" ADD CONSTRAINT "customers_merges_merged_id_customers_customers_id_fk" FOREIGN KEY ("merged_id") REFERENCES "public"."customers_customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customers_shared_contacts" ADD CONSTRAINT "customers_shared_contacts_one_id_customers_customers_id_fk" FOREIGN KEY ("one_id") REFERENCES "public"."customers_customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customers_shared_contacts" ADD CONSTRAINT "customers_shared_contacts_other_id_customers_customers_id_fk" FOREIGN KEY ("other_id") REFERENCES "public"."customers_customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leads_matters" ADD CONSTRAINT "leads_matters_lead_id_leads_leads_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."leads_leads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leads_steps" ADD CONSTRAINT "leads_steps_lead_id_leads_leads_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."leads_leads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "customers_privacy_exports_customer" ON "customers_privacy_exports" USING btree ("customer_id","requested_at");--> statement-breakpoint
CREATE INDEX "customers_merges_survivor" ON "customers_merges" USING btree ("survivor_id");--> statement-breakpoint
CREATE INDEX "customers_merges_merged" ON "customers_merges" USING btree ("merged_id");--> statement-breakpoint
CREATE INDEX "leads_steps_lead" ON "leads_steps" USING btree ("lead_id","sequence");--> statement-breakpoint
CREATE INDEX "leads_leads_stage" ON "leads_leads" USING btree ("stage","changed_at","id");--> statement-breakpoint
CREATE INDEX "leads_leads_changed" ON "leads_leads" USING btree ("changed_at","id");--> statement-breakpoint
CREATE INDEX "leads_leads_customer" ON "leads_leads" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "leads_leads_conversation" ON "leads_leads" USING btree ("conversation_id");--> statement-breakpoint
ALTER TABLE "customers_customers" ADD CONSTRAINT "customers_customers_merged_into_customers_customers_id_fk" FOREIGN KEY ("merged_into") REFERENCES "public"."customers_customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "customers_addresses_search" ON "customers_addresses" USING gin (("place"->>'formatted') gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "customers_customers_merged" ON "customers_customers" USING btree ("merged_into");--> statement-breakpoint
CREATE INDEX "customers_customers_name" ON "customers_customers" USING gin ("name" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "customers_identities_search" ON "customers_identities" USING gin ("value" gin_trgm_ops);