CREATE TABLE "booking_change_orders" (
	"id" text PRIMARY KEY NOT NULL,
	"booking_id" text NOT NULL,
	"status" text NOT NULL,
	"base_revision" integer NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"guests_before" jsonb NOT NULL,
	"lines_before" jsonb NOT NULL,
	"chefs_before" integer NOT NULL,
	"total_before_cents" bigint NOT NULL,
	"total_after_cents" bigint NOT NULL,
	"inputs" jsonb NOT NULL,
	"result" text NOT NULL,
	"hash" text NOT NULL,
	"station_id" text NOT NULL,
	"new_address" text,
	"note" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"decided_at" timestamp with time zone,
	"decided_by" text
);
--> statement-breakpoint
CREATE TABLE "booking_notices" (
	"booking_id" text NOT NULL,
	"kind" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "booking_notices_booking_id_kind_starts_at_pk" PRIMARY KEY("booking_id","kind","starts_at")
);
--> statement-breakpoint
CREATE TABLE "booking_attachments" (
	"id" text PRIMARY KEY NOT NULL,
	"booking_id" text NOT NULL,
	"filename" text NOT NULL,
	"content_type" text NOT NULL,
	"size_bytes" integer NOT NULL,
	"content" "bytea" NOT NULL,
	"sha256" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "booking_no_shows" (
	"id" text PRIMARY KEY NOT NULL,
	"booking_id" text NOT NULL,
	"status" text NOT NULL,
	"observed_at" timestamp with time zone NOT NULL,
	"latitude" double precision NOT NULL,
	"longitude" double precision NOT NULL,
	"accuracy_meters" double precision NOT NULL,
	"distance_meters" integer NOT NULL,
	"note" text NOT NULL,
	"attachment_id" text NOT NULL,
	"chef_id" text NOT NULL,
	"reported_by" text NOT NULL,
	"reported_at" timestamp with time zone NOT NULL,
	"decided_by" text,
	"decided_at" timestamp with time zone,
	"decision_note" text
);
--> statement-breakpoint
CREATE TABLE "booking_waitlist" (
	"id" text PRIMARY KEY NOT NULL,
	"status" text NOT NULL,
	"station_id" text NOT NULL,
	"time_zone" text NOT NULL,
	"date" text NOT NULL,
	"guests" jsonb NOT NULL,
	"items" jsonb NOT NULL,
	"place" jsonb NOT NULL,
	"customer_id" text NOT NULL,
	"contact" jsonb NOT NULL,
	"consent_from" text NOT NULL,
	"hold_id" text,
	"offered_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "booking_weather_holds" (
	"id" text PRIMARY KEY NOT NULL,
	"booking_id" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"started_by" text NOT NULL,
	"note" text NOT NULL,
	"decide_by" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"outcome" text
);
--> statement-breakpoint
ALTER TABLE "booking_bookings" ADD COLUMN "resume_status" text;--> statement-breakpoint
ALTER TABLE "booking_bookings" ADD COLUMN "cancel_requested_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "booking_no_shows" ADD CONSTRAINT "booking_no_shows_attachment_id_booking_attachments_id_fk" FOREIGN KEY ("attachment_id") REFERENCES "public"."booking_attachments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "booking_change_orders_booking" ON "booking_change_orders" USING btree ("booking_id","created_at");--> statement-breakpoint
CREATE INDEX "booking_attachments_booking" ON "booking_attachments" USING btree ("booking_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "booking_no_shows_open" ON "booking_no_shows" USING btree ("booking_id") WHERE "booking_no_shows"."status" = 'reported';--> statement-breakpoint
CREATE INDEX "booking_no_shows_booking" ON "booking_no_shows" USING btree ("booking_id","reported_at");--> statement-breakpoint
CREATE INDEX "booking_waitlist_queue" ON "booking_waitlist" USING btree ("status","date","created_at");--> statement-breakpoint
CREATE INDEX "booking_waitlist_hold" ON "booking_waitlist" USING btree ("hold_id");--> statement-breakpoint
CREATE INDEX "booking_waitlist_created" ON "booking_waitlist" USING btree ("created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "booking_weather_holds_open" ON "booking_weather_holds" USING btree ("booking_id") WHERE "booking_weather_holds"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "booking_weather_holds_decide" ON "booking_weather_holds" USING btree ("ended_at","decide_by");--> statement-breakpoint
CREATE INDEX "booking_bookings_state" ON "booking_bookings" USING btree ("status","starts_at");