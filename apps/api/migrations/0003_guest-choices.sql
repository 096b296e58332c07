CREATE TABLE "booking_guests" (
	"booking_id" text NOT NULL,
	"position" integer NOT NULL,
	"guest" jsonb NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	"saved_by" text NOT NULL,
	CONSTRAINT "booking_guests_booking_id_position_pk" PRIMARY KEY("booking_id","position")
);
