CREATE TABLE "crew_service_areas" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"effect" text NOT NULL,
	"station_id" text,
	"zip_codes" text[] NOT NULL,
	"geometry" jsonb,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "crew_leg_overrides" (
	"id" text PRIMARY KEY NOT NULL,
	"station_id" text NOT NULL,
	"from_point" text NOT NULL,
	"to_point" text NOT NULL,
	"place_name" text NOT NULL,
	"miles_hundredths" integer NOT NULL,
	"seconds" integer NOT NULL,
	"reason" text NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	"set_by" text NOT NULL,
	"removed_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "crew_stations" ADD COLUMN "further_rates" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "crew_stations" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "crew_leg_overrides_live" ON "crew_leg_overrides" USING btree ("from_point","to_point") WHERE removed_at is null;--> statement-breakpoint
CREATE INDEX "crew_leg_overrides_station" ON "crew_leg_overrides" USING btree ("station_id");