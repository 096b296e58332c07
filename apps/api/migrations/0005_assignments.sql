CREATE TABLE "crew_assignments" (
	"claim_id" text PRIMARY KEY NOT NULL,
	"booking_id" text NOT NULL,
	"chef_id" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"response" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"responded_at" timestamp with time zone,
	"decline_reason" text,
	"checked_in_at" timestamp with time zone,
	"check_in_latitude" double precision,
	"check_in_longitude" double precision,
	"check_in_meters" integer,
	"completed_at" timestamp with time zone,
	"served_adults" integer,
	"served_children" integer,
	"served_little_ones" integer
);
--> statement-breakpoint
CREATE TABLE "crew_incidents" (
	"id" text PRIMARY KEY NOT NULL,
	"claim_id" text NOT NULL,
	"booking_id" text NOT NULL,
	"chef_id" text NOT NULL,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"task_id" text NOT NULL,
	"reported_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "crew_pay_lines" (
	"id" text PRIMARY KEY NOT NULL,
	"chef_id" text NOT NULL,
	"claim_id" text NOT NULL,
	"booking_id" text NOT NULL,
	"kind" text NOT NULL,
	"amount_cents" bigint NOT NULL,
	"explanation" text NOT NULL,
	"key" text,
	"reverses_id" text,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" text NOT NULL,
	CONSTRAINT "crew_pay_lines_key_unique" UNIQUE("key"),
	CONSTRAINT "crew_pay_lines_reverses_id_unique" UNIQUE("reverses_id")
);
--> statement-breakpoint
ALTER TABLE "crew_chefs" ADD COLUMN "max_guests" integer;--> statement-breakpoint
ALTER TABLE "crew_chefs" ADD COLUMN "max_parties_per_day" integer DEFAULT 3 NOT NULL;--> statement-breakpoint
ALTER TABLE "crew_claims" ADD COLUMN "serves_adults" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "crew_claims" ADD COLUMN "serves_guests" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "crew_claims" ADD COLUMN "travel_cents" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "crew_claims" ADD COLUMN "pay_cents" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "crew_assignments" ADD CONSTRAINT "crew_assignments_claim_id_crew_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."crew_claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "crew_incidents" ADD CONSTRAINT "crew_incidents_claim_id_crew_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."crew_claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "crew_pay_lines" ADD CONSTRAINT "crew_pay_lines_claim_id_crew_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."crew_claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "crew_assignments_chef" ON "crew_assignments" USING btree ("chef_id","starts_at","claim_id");--> statement-breakpoint
CREATE INDEX "crew_assignments_booking" ON "crew_assignments" USING btree ("booking_id");--> statement-breakpoint
CREATE INDEX "crew_incidents_booking" ON "crew_incidents" USING btree ("booking_id");--> statement-breakpoint
CREATE INDEX "crew_pay_lines_chef" ON "crew_pay_lines" USING btree ("chef_id","created_at","id");--> statement-breakpoint
CREATE INDEX "crew_pay_lines_claim" ON "crew_pay_lines" USING btree ("claim_id");--> statement-breakpoint
CREATE INDEX "crew_claims_income" ON "crew_claims" USING btree ("chef_id",lower("work")) WHERE not released;--> statement-breakpoint
ALTER TABLE "identity_users" ADD CONSTRAINT "identity_users_chef_id_unique" UNIQUE("chef_id");