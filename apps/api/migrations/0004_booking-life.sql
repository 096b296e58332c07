CREATE TABLE "booking_attachments" (
	"id" text PRIMARY KEY NOT NULL,
	"booking_id" text NOT NULL,
	"kind" text NOT NULL,
	"filename" text NOT NULL,
	"content_type" text NOT NULL,
	"content" "bytea" NOT NULL,
	"size_bytes" integer NOT NULL,
	"hash" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" text NOT NULL,
	"removed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "booking_cancel_requests" (
	"id" text PRIMARY KEY NOT NULL,
	"booking_id" text NOT NULL,
	"previous_status" text NOT NULL,
	"reason" text NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"requested_by" text NOT NULL,
	"refund_cents" bigint NOT NULL,
	"outcome" text,
	"note" text,
	"decided_at" timestamp with time zone,
	"decided_by" text
);
--> statement-breakpoint
CREATE TABLE "booking_change_orders" (
	"id" text PRIMARY KEY NOT NULL,
	"booking_id" text NOT NULL,
	"status" text NOT NULL,
	"base_hash" text NOT NULL,
	"inputs" jsonb NOT NULL,
	"result" text NOT NULL,
	"hash" text NOT NULL,
	"slot_starts_at" timestamp with time zone NOT NULL,
	"chefs" integer NOT NULL,
	"before_cents" bigint NOT NULL,
	"after_cents" bigint NOT NULL,
	"move_fee_cents" bigint NOT NULL,
	"is_move_counted" boolean NOT NULL,
	"lower_price" text NOT NULL,
	"note" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"decided_at" timestamp with time zone,
	"decided_by" text,
	"decision_note" text
);
--> statement-breakpoint
CREATE TABLE "booking_no_shows" (
	"id" text PRIMARY KEY NOT NULL,
	"booking_id" text NOT NULL,
	"note" text NOT NULL,
	"attachment_ids" jsonb NOT NULL,
	"latitude" double precision,
	"longitude" double precision,
	"distance_meters" double precision,
	"reported_at" timestamp with time zone NOT NULL,
	"reported_by" text NOT NULL,
	"outcome" text,
	"decision_note" text,
	"decided_at" timestamp with time zone,
	"decided_by" text
);
--> statement-breakpoint
CREATE TABLE "booking_settings" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"settings" jsonb NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"changed_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "booking_milestones" (
	"booking_id" text NOT NULL,
	"kind" text NOT NULL,
	"due" timestamp with time zone NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "booking_milestones_booking_id_kind_due_pk" PRIMARY KEY("booking_id","kind","due")
);
--> statement-breakpoint
CREATE TABLE "booking_waitlist" (
	"id" text PRIMARY KEY NOT NULL,
	"sequence" bigserial NOT NULL,
	"status" text NOT NULL,
	"customer_id" text NOT NULL,
	"contact" jsonb NOT NULL,
	"quote_id" text NOT NULL,
	"station_id" text NOT NULL,
	"time_zone" text NOT NULL,
	"place" jsonb NOT NULL,
	"guests" jsonb NOT NULL,
	"date" text NOT NULL,
	"slots" jsonb NOT NULL,
	"joined_at" timestamp with time zone NOT NULL,
	"hold_id" text,
	"offered_at" timestamp with time zone,
	"offered_until" timestamp with time zone,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "booking_weather_holds" (
	"id" text PRIMARY KEY NOT NULL,
	"booking_id" text NOT NULL,
	"previous_status" text NOT NULL,
	"reason" text NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"opened_by" text NOT NULL,
	"decide_by" timestamp with time zone NOT NULL,
	"decision" text,
	"decided_at" timestamp with time zone,
	"decided_by" text
);
--> statement-breakpoint
ALTER TABLE "booking_bookings" ADD COLUMN "details" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "booking_attachments" ADD CONSTRAINT "booking_attachments_booking_id_booking_bookings_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."booking_bookings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booking_cancel_requests" ADD CONSTRAINT "booking_cancel_requests_booking_id_booking_bookings_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."booking_bookings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booking_change_orders" ADD CONSTRAINT "booking_change_orders_booking_id_booking_bookings_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."booking_bookings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booking_no_shows" ADD CONSTRAINT "booking_no_shows_booking_id_booking_bookings_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."booking_bookings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booking_waitlist" ADD CONSTRAINT "booking_waitlist_quote_id_booking_quotes_id_fk" FOREIGN KEY ("quote_id") REFERENCES "public"."booking_quotes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booking_weather_holds" ADD CONSTRAINT "booking_weather_holds_booking_id_booking_bookings_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."booking_bookings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "booking_attachments_booking" ON "booking_attachments" USING btree ("booking_id","created_at");--> statement-breakpoint
CREATE INDEX "booking_cancel_requests_booking" ON "booking_cancel_requests" USING btree ("booking_id");--> statement-breakpoint
CREATE UNIQUE INDEX "booking_cancel_requests_open" ON "booking_cancel_requests" USING btree ("booking_id") WHERE decided_at is null;--> statement-breakpoint
CREATE INDEX "booking_change_orders_booking" ON "booking_change_orders" USING btree ("booking_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "booking_change_orders_open" ON "booking_change_orders" USING btree ("booking_id") WHERE status = 'proposed';--> statement-breakpoint
CREATE INDEX "booking_change_orders_expiry" ON "booking_change_orders" USING btree ("expires_at") WHERE status = 'proposed';--> statement-breakpoint
CREATE INDEX "booking_no_shows_booking" ON "booking_no_shows" USING btree ("booking_id");--> statement-breakpoint
CREATE UNIQUE INDEX "booking_no_shows_open" ON "booking_no_shows" USING btree ("booking_id") WHERE decided_at is null;--> statement-breakpoint
CREATE INDEX "booking_waitlist_order" ON "booking_waitlist" USING btree ("status","sequence");--> statement-breakpoint
CREATE INDEX "booking_waitlist_hold" ON "booking_waitlist" USING btree ("hold_id");--> statement-breakpoint
CREATE INDEX "booking_waitlist_customer" ON "booking_waitlist" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "booking_weather_holds_booking" ON "booking_weather_holds" USING btree ("booking_id");--> statement-breakpoint
CREATE UNIQUE INDEX "booking_weather_holds_open" ON "booking_weather_holds" USING btree ("booking_id") WHERE decided_at is null;