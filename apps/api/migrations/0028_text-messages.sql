CREATE TABLE "texts_lines" (
	"number" text PRIMARY KEY NOT NULL,
	"paused_until" timestamp with time zone,
	"listened_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "texts_messages" (
	"id" text PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"customer_id" text,
	"booking_id" text,
	"topic" text NOT NULL,
	"title" text NOT NULL,
	"phone" text NOT NULL,
	"body" text NOT NULL,
	"time_zone" text NOT NULL,
	"is_reply" boolean NOT NULL,
	"state" text NOT NULL,
	"next_at" timestamp with time zone,
	"send_before" timestamp with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"first_tried_at" timestamp with time zone,
	"last_tried_at" timestamp with time zone,
	"sent_at" timestamp with time zone,
	"settled_at" timestamp with time zone,
	"provider_id" text,
	"failure_code" text,
	"reason" text,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "texts_messages_key_unique" UNIQUE("key"),
	CONSTRAINT "texts_messages_provider_id_unique" UNIQUE("provider_id")
);
--> statement-breakpoint
CREATE TABLE "texts_phones" (
	"phone" text PRIMARY KEY NOT NULL,
	"is_stopped" boolean NOT NULL,
	"words" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "texts_receipts" (
	"id" text PRIMARY KEY NOT NULL,
	"message_id" text,
	"phone" text,
	"body" text,
	"outcome" text,
	"received_at" timestamp with time zone NOT NULL,
	"processed_at" timestamp with time zone,
	CONSTRAINT "texts_receipts_message_id_unique" UNIQUE("message_id")
);
--> statement-breakpoint
CREATE INDEX "texts_messages_next" ON "texts_messages" USING btree ("next_at");--> statement-breakpoint
CREATE INDEX "texts_messages_tried" ON "texts_messages" USING btree ("last_tried_at");--> statement-breakpoint
CREATE INDEX "texts_messages_phone" ON "texts_messages" USING btree ("phone");--> statement-breakpoint
CREATE INDEX "texts_messages_booking" ON "texts_messages" USING btree ("booking_id");--> statement-breakpoint
CREATE INDEX "texts_messages_customer" ON "texts_messages" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "texts_messages_newest" ON "texts_messages" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "texts_receipts_phone" ON "texts_receipts" USING btree ("phone");