CREATE TABLE "crew_external_calendars" (
	"chef_id" text PRIMARY KEY NOT NULL,
	"server_url" text NOT NULL,
	"user_name" text NOT NULL,
	"sealed_password" text NOT NULL,
	"calendar_url" text NOT NULL,
	"calendar_name" text NOT NULL,
	"connected_at" timestamp with time zone NOT NULL,
	"synced_at" timestamp with time zone,
	"problem" text
);
--> statement-breakpoint
CREATE TABLE "crew_pushed_events" (
	"chef_id" text NOT NULL,
	"uid" text NOT NULL,
	"url" text NOT NULL,
	"etag" text,
	"fingerprint" text NOT NULL,
	"pushed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "crew_pushed_events_chef_id_uid_pk" PRIMARY KEY("chef_id","uid")
);
--> statement-breakpoint
CREATE TABLE "crew_exceptions" (
	"chef_id" text NOT NULL,
	"date" text NOT NULL,
	"hours" jsonb NOT NULL,
	"note" text NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "crew_exceptions_chef_id_date_pk" PRIMARY KEY("chef_id","date")
);
--> statement-breakpoint
CREATE TABLE "crew_time_off" (
	"id" text PRIMARY KEY NOT NULL,
	"chef_id" text NOT NULL,
	"from_at" timestamp with time zone NOT NULL,
	"to_at" timestamp with time zone NOT NULL,
	"reason" text NOT NULL,
	"status" text NOT NULL,
	"requested_by" text NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"decided_by" text,
	"decided_at" timestamp with time zone,
	"decision_reason" text,
	"claim_id" text
);
--> statement-breakpoint
ALTER TABLE "crew_chefs" ADD COLUMN "skills" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "crew_chefs" ADD COLUMN "home_address" text;--> statement-breakpoint
ALTER TABLE "crew_chefs" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "crew_chefs" ADD COLUMN "feed_version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "crew_claims" ADD COLUMN "address" text;--> statement-breakpoint
ALTER TABLE "crew_external_calendars" ADD CONSTRAINT "crew_external_calendars_chef_id_crew_chefs_id_fk" FOREIGN KEY ("chef_id") REFERENCES "public"."crew_chefs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "crew_pushed_events" ADD CONSTRAINT "crew_pushed_events_chef_id_crew_chefs_id_fk" FOREIGN KEY ("chef_id") REFERENCES "public"."crew_chefs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "crew_exceptions" ADD CONSTRAINT "crew_exceptions_chef_id_crew_chefs_id_fk" FOREIGN KEY ("chef_id") REFERENCES "public"."crew_chefs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "crew_time_off" ADD CONSTRAINT "crew_time_off_chef_id_crew_chefs_id_fk" FOREIGN KEY ("chef_id") REFERENCES "public"."crew_chefs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "crew_time_off" ADD CONSTRAINT "crew_time_off_claim_id_crew_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."crew_claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "crew_time_off_chef" ON "crew_time_off" USING btree ("chef_id","from_at");--> statement-breakpoint
CREATE INDEX "crew_time_off_status" ON "crew_time_off" USING btree ("status","requested_at");