CREATE TABLE "identity_saved_views" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"list" text NOT NULL,
	"name" text NOT NULL,
	"filters" jsonb NOT NULL,
	"roles" jsonb NOT NULL,
	"is_default" boolean NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "identity_saved_views_name" UNIQUE("user_id","list","name")
);
--> statement-breakpoint
ALTER TABLE "booking_bookings" ADD COLUMN "details" jsonb DEFAULT '{"occasion":"","setting":null,"setUpPlace":"","access":"","parking":"","notes":""}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "identity_saved_views" ADD CONSTRAINT "identity_saved_views_user_id_identity_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."identity_users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "identity_saved_views_default" ON "identity_saved_views" USING btree ("user_id","list") WHERE "identity_saved_views"."is_default";