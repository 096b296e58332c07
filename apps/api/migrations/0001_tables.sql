CREATE TABLE "assistant_memories" (
	"conversation_id" text PRIMARY KEY NOT NULL,
	"memory" jsonb NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "assistant_traces" (
	"id" text PRIMARY KEY NOT NULL,
	"conversation_id" text NOT NULL,
	"message_id" text NOT NULL,
	"answer_id" text,
	"at" timestamp with time zone NOT NULL,
	"channel" text NOT NULL,
	"agent" text NOT NULL,
	"category" text NOT NULL,
	"complexity" real NOT NULL,
	"responder" text NOT NULL,
	"escalated" boolean NOT NULL,
	"confidence" real NOT NULL,
	"cost_micros" bigint NOT NULL,
	"ms" real NOT NULL,
	"question" text NOT NULL,
	"details" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "booking_agreements" (
	"id" text PRIMARY KEY NOT NULL,
	"hold_id" text NOT NULL,
	"policy_ids" jsonb NOT NULL,
	"text_hash" text NOT NULL,
	"signer_name" text NOT NULL,
	"ip_address" text NOT NULL,
	"user_agent" text NOT NULL,
	"signed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "booking_agreements_hold_id_unique" UNIQUE("hold_id")
);
--> statement-breakpoint
CREATE TABLE "booking_bookings" (
	"id" text PRIMARY KEY NOT NULL,
	"reference" text NOT NULL,
	"status" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"customer_id" text NOT NULL,
	"contact" jsonb NOT NULL,
	"conversation_id" text,
	"quote_id" text NOT NULL,
	"quote_revision" integer NOT NULL,
	"hold_id" text NOT NULL,
	"station_id" text NOT NULL,
	"station_leg_seconds" integer NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"slot_starts_at" timestamp with time zone NOT NULL,
	"time_zone" text NOT NULL,
	"work" "tstzrange" NOT NULL,
	"place" jsonb NOT NULL,
	"guests" jsonb NOT NULL,
	"items" jsonb NOT NULL,
	"chefs" integer NOT NULL,
	"policy_ids" jsonb NOT NULL,
	"lines" jsonb NOT NULL,
	"food_cents" bigint NOT NULL,
	"travel_cents" bigint NOT NULL,
	"before_tax_cents" bigint NOT NULL,
	"tax_cents" bigint NOT NULL,
	"total_cents" bigint NOT NULL,
	"deposit_cents" bigint NOT NULL,
	"paid_cents" bigint NOT NULL,
	"refunded_cents" bigint DEFAULT 0 NOT NULL,
	"reschedules_used" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"cancelled_at" timestamp with time zone,
	"cancel_reason" text,
	CONSTRAINT "booking_bookings_reference_unique" UNIQUE("reference"),
	CONSTRAINT "booking_bookings_hold_id_unique" UNIQUE("hold_id")
);
--> statement-breakpoint
CREATE TABLE "booking_holds" (
	"id" text PRIMARY KEY NOT NULL,
	"quote_id" text NOT NULL,
	"revision" integer NOT NULL,
	"customer_id" text NOT NULL,
	"contact" jsonb NOT NULL,
	"conversation_id" text,
	"status" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"slot_starts_at" timestamp with time zone NOT NULL,
	"time_zone" text NOT NULL,
	"work" "tstzrange" NOT NULL,
	"station_id" text NOT NULL,
	"station_leg_seconds" integer NOT NULL,
	"place" jsonb NOT NULL,
	"chefs" integer NOT NULL,
	"policy_ids" jsonb NOT NULL,
	"text_hash" text NOT NULL,
	"sign_by" timestamp with time zone NOT NULL,
	"pay_by" timestamp with time zone,
	"due_cents" bigint,
	"booking_id" text,
	"created_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "booking_quote_revisions" (
	"id" text PRIMARY KEY NOT NULL,
	"quote_id" text NOT NULL,
	"revision" integer NOT NULL,
	"inputs" jsonb NOT NULL,
	"result" text NOT NULL,
	"hash" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "booking_quote_revisions_number" UNIQUE("quote_id","revision")
);
--> statement-breakpoint
CREATE TABLE "booking_quotes" (
	"id" text PRIMARY KEY NOT NULL,
	"customer_id" text,
	"customer_name" text,
	"conversation_id" text,
	"latest_revision" integer NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "booking_transitions" (
	"id" text PRIMARY KEY NOT NULL,
	"sequence" bigserial NOT NULL,
	"entity" text NOT NULL,
	"entity_id" text NOT NULL,
	"from_status" text,
	"to_status" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor" text NOT NULL,
	"reason" text,
	"details" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "catalog_business" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"phone" text NOT NULL,
	"website" text NOT NULL,
	"currency" text NOT NULL,
	"kitchen_notices" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "catalog_ingredients" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"origin" text NOT NULL,
	"allergens" jsonb NOT NULL,
	"is_removable" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "catalog_menu_item_ingredients" (
	"sku" text NOT NULL,
	"ingredient_id" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "catalog_menu_item_ingredients_sku_ingredient_id_pk" PRIMARY KEY("sku","ingredient_id")
);
--> statement-breakpoint
CREATE TABLE "catalog_menu_items" (
	"sku" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"description" text NOT NULL,
	"position" integer NOT NULL,
	"archived_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "catalog_policies" (
	"id" text PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"version" integer NOT NULL,
	"title" text NOT NULL,
	"text" text NOT NULL,
	"parameters" jsonb NOT NULL,
	"text_hash" text NOT NULL,
	"effective_from" timestamp with time zone NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	"published_by" text NOT NULL,
	CONSTRAINT "catalog_policies_version" UNIQUE("key","version")
);
--> statement-breakpoint
CREATE TABLE "catalog_price_books" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"name" text NOT NULL,
	"status" text NOT NULL,
	"effective_from" timestamp with time zone,
	"published_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" text NOT NULL,
	CONSTRAINT "catalog_price_books_version_unique" UNIQUE("version")
);
--> statement-breakpoint
CREATE TABLE "catalog_prices" (
	"price_book_id" text NOT NULL,
	"sku" text NOT NULL,
	"name" text NOT NULL,
	"unit" text NOT NULL,
	"amount_cents" bigint NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "catalog_prices_price_book_id_sku_pk" PRIMARY KEY("price_book_id","sku")
);
--> statement-breakpoint
CREATE TABLE "catalog_tax_rates" (
	"id" text PRIMARY KEY NOT NULL,
	"jurisdiction" text NOT NULL,
	"state" text NOT NULL,
	"city" text,
	"line_class" text NOT NULL,
	"basis_points" integer NOT NULL,
	"valid_from" timestamp with time zone NOT NULL,
	"valid_to" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "classroom_answer_intents" (
	"intent" text PRIMARY KEY NOT NULL,
	"threshold" double precision NOT NULL,
	"is_stopped" boolean NOT NULL,
	"stopped_reason" text,
	"hits" integer NOT NULL,
	"judged" integer NOT NULL,
	"false_hits" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "classroom_answer_judgements" (
	"id" text PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"answer_id" text NOT NULL,
	"intent" text NOT NULL,
	"is_right" boolean NOT NULL,
	"note" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "classroom_answers" (
	"id" text PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"intent" text NOT NULL,
	"scope_key" text NOT NULL,
	"scope" jsonb NOT NULL,
	"signature" text NOT NULL,
	"polarity" text NOT NULL,
	"masked_text" text NOT NULL,
	"embedder_id" text NOT NULL,
	"embedding" real[] NOT NULL,
	"template" jsonb NOT NULL,
	"discussion_id" text,
	"hits" integer NOT NULL,
	"retired_at" timestamp with time zone,
	"retired_reason" text
);
--> statement-breakpoint
CREATE TABLE "classroom_discussions" (
	"id" text PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"conversation_id" text,
	"channel" text NOT NULL,
	"agent" text NOT NULL,
	"complexity" double precision NOT NULL,
	"form" text NOT NULL,
	"question" text NOT NULL,
	"outcome" text NOT NULL,
	"reason" text,
	"asks" jsonb NOT NULL,
	"facts" jsonb NOT NULL,
	"rounds" jsonb NOT NULL,
	"flips" jsonb NOT NULL,
	"dissent" jsonb NOT NULL,
	"answer" text,
	"claims" jsonb NOT NULL,
	"chosen" text,
	"chosen_seat_id" text,
	"raw_confidence" double precision,
	"confidence" double precision,
	"seat_count" integer NOT NULL,
	"input_tokens" integer NOT NULL,
	"output_tokens" integer NOT NULL,
	"cost_micros" bigint NOT NULL,
	"budget_micros" bigint NOT NULL,
	"deadline_ms" integer NOT NULL,
	"ms" double precision NOT NULL,
	"is_right" boolean,
	"feedback_note" text,
	"feedback_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "classroom_model_prices" (
	"id" text PRIMARY KEY NOT NULL,
	"provider" text NOT NULL,
	"model" text NOT NULL,
	"effective_from" timestamp with time zone NOT NULL,
	"input_micros_per_million" bigint NOT NULL,
	"output_micros_per_million" bigint NOT NULL,
	"context_tokens" integer NOT NULL,
	"may_train_on_outputs" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "classroom_responses" (
	"id" text PRIMARY KEY NOT NULL,
	"discussion_id" text NOT NULL,
	"position" integer NOT NULL,
	"round" text NOT NULL,
	"seat_id" text NOT NULL,
	"provider" text NOT NULL,
	"model" text NOT NULL,
	"outcome" text NOT NULL,
	"failure" text,
	"proposal" jsonb,
	"critique" jsonb,
	"refused_claims" jsonb NOT NULL,
	"input_tokens" integer NOT NULL,
	"output_tokens" integer NOT NULL,
	"cost_micros" bigint NOT NULL,
	"ms" double precision NOT NULL,
	"prompt_hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "classroom_seat_table" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "classroom_seats" (
	"id" text PRIMARY KEY NOT NULL,
	"provider" text NOT NULL,
	"model" text NOT NULL,
	"role" text NOT NULL,
	"is_enabled" boolean NOT NULL,
	"position" integer NOT NULL,
	"timeout_ms" integer NOT NULL,
	"max_output_tokens" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "conversations_threads" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"channel" text NOT NULL,
	"status" text NOT NULL,
	"locale" text NOT NULL,
	"subject" text NOT NULL,
	"customer_id" text,
	"verified_at" timestamp with time zone,
	"owner_user_id" text,
	"owner_name" text,
	"fence" integer NOT NULL,
	"needs_person_reason" text,
	"handover_summary" text NOT NULL,
	"urgency" real NOT NULL,
	"last_sequence" integer NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"last_message_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "conversations_messages" (
	"id" text PRIMARY KEY NOT NULL,
	"conversation_id" text NOT NULL,
	"sequence" integer NOT NULL,
	"author" text NOT NULL,
	"author_name" text NOT NULL,
	"text" text NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	"status" text NOT NULL,
	"client_message_id" text NOT NULL,
	"in_reply_to" text,
	"sources" jsonb NOT NULL,
	"cards" jsonb NOT NULL,
	"trace_id" text,
	"agent" text
);
--> statement-breakpoint
CREATE TABLE "crew_blackouts" (
	"id" text PRIMARY KEY NOT NULL,
	"station_id" text,
	"from_at" timestamp with time zone NOT NULL,
	"to_at" timestamp with time zone NOT NULL,
	"reason" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "crew_chefs" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"grade" text NOT NULL,
	"station_id" text NOT NULL,
	"home_latitude" double precision,
	"home_longitude" double precision,
	"is_active" boolean NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "crew_claims" (
	"id" text PRIMARY KEY NOT NULL,
	"chef_id" text NOT NULL,
	"kind" text NOT NULL,
	"during" "tstzrange" NOT NULL,
	"work" "tstzrange" NOT NULL,
	"home_leg_seconds" integer NOT NULL,
	"leg_before_seconds" integer NOT NULL,
	"leg_after_seconds" integer NOT NULL,
	"latitude" double precision,
	"longitude" double precision,
	"starts_at" timestamp with time zone,
	"title" text NOT NULL,
	"hold_id" text,
	"booking_id" text,
	"expires_at" timestamp with time zone,
	"released" boolean DEFAULT false NOT NULL,
	"released_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "crew_grades" (
	"grade" text PRIMARY KEY NOT NULL,
	"pay_per_adult_cents" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "crew_legs" (
	"from_point" text NOT NULL,
	"to_point" text NOT NULL,
	"miles_hundredths" integer NOT NULL,
	"seconds" integer NOT NULL,
	"source" text NOT NULL,
	"measured_at" timestamp with time zone NOT NULL,
	CONSTRAINT "crew_legs_from_point_to_point_pk" PRIMARY KEY("from_point","to_point")
);
--> statement-breakpoint
CREATE TABLE "crew_places" (
	"query" text PRIMARY KEY NOT NULL,
	"result" jsonb NOT NULL,
	"looked_up_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "crew_stations" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"address" text NOT NULL,
	"city" text NOT NULL,
	"state" text NOT NULL,
	"latitude" double precision NOT NULL,
	"longitude" double precision NOT NULL,
	"time_zone" text NOT NULL,
	"free_miles_hundredths" integer NOT NULL,
	"rate_per_mile_cents" integer NOT NULL,
	"maximum_miles_hundredths" integer NOT NULL,
	"is_active" boolean NOT NULL,
	"position" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "crew_working_hours" (
	"chef_id" text NOT NULL,
	"weekday" integer NOT NULL,
	"from_time" text NOT NULL,
	"to_time" text NOT NULL,
	CONSTRAINT "crew_working_hours_chef_id_weekday_from_time_pk" PRIMARY KEY("chef_id","weekday","from_time")
);
--> statement-breakpoint
CREATE TABLE "customer_access_codes" (
	"id" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"code_hash" text,
	"tries_left" integer NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "customers_addresses" (
	"id" text PRIMARY KEY NOT NULL,
	"customer_id" text NOT NULL,
	"place" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "customers_consents" (
	"id" text PRIMARY KEY NOT NULL,
	"customer_id" text NOT NULL,
	"channel" text NOT NULL,
	"scope" text NOT NULL,
	"is_granted" boolean NOT NULL,
	"evidence" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "customers_customers" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text,
	"phone" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"last_activity_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "customers_identities" (
	"id" text PRIMARY KEY NOT NULL,
	"customer_id" text NOT NULL,
	"kind" text NOT NULL,
	"value" text NOT NULL,
	"verified_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "customers_identities_value" UNIQUE("kind","value")
);
--> statement-breakpoint
CREATE TABLE "customers_notes" (
	"id" text PRIMARY KEY NOT NULL,
	"customer_id" text NOT NULL,
	"author" text NOT NULL,
	"text" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "customers_timeline" (
	"id" text PRIMARY KEY NOT NULL,
	"sequence" bigserial NOT NULL,
	"customer_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"detail" text,
	"actor" text NOT NULL,
	"entity" text,
	"entity_id" text
);
--> statement-breakpoint
CREATE TABLE "identity_accounts" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"user_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "identity_customer_sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"customer_id" text NOT NULL,
	"email" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "identity_customer_sessions_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "identity_invitations" (
	"id" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"chef_id" text,
	"token_hash" text,
	"invited_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "identity_invitations_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "identity_login_failures" (
	"id" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "identity_sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"token" text NOT NULL,
	"user_id" text NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "identity_sessions_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "identity_signing_keys" (
	"id" text PRIMARY KEY NOT NULL,
	"public_key" text NOT NULL,
	"private_key" text NOT NULL,
	"alg" text,
	"crv" text,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "identity_two_factors" (
	"id" text PRIMARY KEY NOT NULL,
	"secret" text NOT NULL,
	"backup_codes" text NOT NULL,
	"user_id" text NOT NULL,
	"verified" boolean DEFAULT true,
	"failed_verification_count" integer DEFAULT 0,
	"locked_until" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "identity_users" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT true NOT NULL,
	"image" text,
	"role" text NOT NULL,
	"chef_id" text,
	"is_active" boolean DEFAULT true NOT NULL,
	"two_factor_enabled" boolean DEFAULT false,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "identity_users_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "identity_verifications" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "knowledge_article_versions" (
	"article_id" text NOT NULL,
	"version" integer NOT NULL,
	"status" text NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" text NOT NULL,
	CONSTRAINT "knowledge_article_versions_article_id_version_pk" PRIMARY KEY("article_id","version")
);
--> statement-breakpoint
CREATE TABLE "knowledge_articles" (
	"id" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"version" integer NOT NULL,
	"status" text NOT NULL,
	"title" text NOT NULL,
	"category" text NOT NULL,
	"topics" text[] NOT NULL,
	"body" text NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"updated_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "knowledge_passages" (
	"id" text PRIMARY KEY NOT NULL,
	"article_id" text NOT NULL,
	"version" integer NOT NULL,
	"ordinal" integer NOT NULL,
	"topics" text[] NOT NULL,
	"text" text NOT NULL,
	"embedder_id" text NOT NULL,
	"embedding" real[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mail_sent" (
	"key" text PRIMARY KEY NOT NULL,
	"recipient" text NOT NULL,
	"subject" text NOT NULL,
	"sent_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "operations_flag_changes" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"flag" text NOT NULL,
	"is_on" boolean NOT NULL,
	"reason" text NOT NULL,
	"changed_by" text NOT NULL,
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "payments_accounts" (
	"code" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"kind" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "payments_checkouts" (
	"id" text PRIMARY KEY NOT NULL,
	"hold_id" text NOT NULL,
	"customer_id" text,
	"customer_name" text NOT NULL,
	"purpose" text NOT NULL,
	"amount_cents" bigint NOT NULL,
	"currency" text NOT NULL,
	"status" text NOT NULL,
	"provider_checkout_id" text,
	"url" text,
	"expires_at" timestamp with time zone NOT NULL,
	"consent_id" text NOT NULL,
	"consent_given_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"checked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "payments_checkouts_provider_checkout_id_unique" UNIQUE("provider_checkout_id"),
	CONSTRAINT "payments_checkouts_amount" CHECK ("payments_checkouts"."amount_cents" > 0)
);
--> statement-breakpoint
CREATE TABLE "payments_consents" (
	"id" text PRIMARY KEY NOT NULL,
	"text" text NOT NULL,
	"published_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "payments_ledger_entries" (
	"id" text PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"kind" text NOT NULL,
	"description" text NOT NULL,
	"booking_id" text,
	"payment_id" text,
	"reverses_id" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "payments_ledger_entries_key_unique" UNIQUE("key"),
	CONSTRAINT "payments_ledger_entries_reverses_id_unique" UNIQUE("reverses_id")
);
--> statement-breakpoint
CREATE TABLE "payments_ledger_lines" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"entry_id" text NOT NULL,
	"account" text NOT NULL,
	"amount_cents" bigint NOT NULL,
	"currency" text NOT NULL,
	CONSTRAINT "payments_ledger_lines_amount" CHECK ("payments_ledger_lines"."amount_cents" <> 0)
);
--> statement-breakpoint
CREATE TABLE "payments_payments" (
	"id" text PRIMARY KEY NOT NULL,
	"hold_id" text,
	"booking_id" text,
	"checkout_id" text,
	"customer_id" text,
	"customer_name" text,
	"purpose" text NOT NULL,
	"method" text NOT NULL,
	"provider" text NOT NULL,
	"provider_payment_id" text,
	"provider_customer_id" text,
	"provider_method_id" text,
	"status" text NOT NULL,
	"amount_cents" bigint NOT NULL,
	"refunded_cents" bigint DEFAULT 0 NOT NULL,
	"currency" text NOT NULL,
	"card_brand" text,
	"card_last4" text,
	"reference" text,
	"note" text,
	"recorded_by" text,
	"failure_message" text,
	"fee_cents" bigint,
	"received_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "payments_payments_provider_payment_id_unique" UNIQUE("provider_payment_id"),
	CONSTRAINT "payments_payments_amount" CHECK ("payments_payments"."amount_cents" > 0),
	CONSTRAINT "payments_payments_refunded" CHECK ("payments_payments"."refunded_cents" between 0 and "payments_payments"."amount_cents")
);
--> statement-breakpoint
CREATE TABLE "payments_refunds" (
	"id" text PRIMARY KEY NOT NULL,
	"payment_id" text NOT NULL,
	"booking_id" text,
	"cause" text NOT NULL,
	"amount_cents" bigint NOT NULL,
	"currency" text NOT NULL,
	"status" text NOT NULL,
	"reason" text NOT NULL,
	"pending_reason" text,
	"provider_refund_id" text,
	"requested_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "payments_refunds_cause_unique" UNIQUE("cause"),
	CONSTRAINT "payments_refunds_provider_refund_id_unique" UNIQUE("provider_refund_id"),
	CONSTRAINT "payments_refunds_amount" CHECK ("payments_refunds"."amount_cents" > 0)
);
--> statement-breakpoint
CREATE TABLE "payments_webhook_events" (
	"id" text PRIMARY KEY NOT NULL,
	"provider" text NOT NULL,
	"type" text NOT NULL,
	"subject_kind" text,
	"subject_id" text,
	"state" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"outcome" text,
	"received_at" timestamp with time zone NOT NULL,
	"processed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "tasks_tasks" (
	"id" text PRIMARY KEY NOT NULL,
	"key" text,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"detail" text,
	"is_urgent" boolean NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"conversation_id" text,
	"booking_id" text,
	"customer_id" text,
	"assigned_to" text,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"done_at" timestamp with time zone,
	"done_by" text,
	"outcome" text,
	CONSTRAINT "tasks_tasks_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "operations_audit" (
	"sequence" bigserial PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor" text NOT NULL,
	"action" text NOT NULL,
	"entity" text NOT NULL,
	"entity_id" text NOT NULL,
	"request_id" text NOT NULL,
	"details" jsonb NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "platform_idempotency_keys" (
	"scope" text NOT NULL,
	"key" text NOT NULL,
	"body_hash" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"response" jsonb,
	CONSTRAINT "platform_idempotency_keys_scope_key_pk" PRIMARY KEY("scope","key")
);
--> statement-breakpoint
ALTER TABLE "booking_agreements" ADD CONSTRAINT "booking_agreements_hold_id_booking_holds_id_fk" FOREIGN KEY ("hold_id") REFERENCES "public"."booking_holds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booking_bookings" ADD CONSTRAINT "booking_bookings_hold_id_booking_holds_id_fk" FOREIGN KEY ("hold_id") REFERENCES "public"."booking_holds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booking_holds" ADD CONSTRAINT "booking_holds_quote_id_booking_quotes_id_fk" FOREIGN KEY ("quote_id") REFERENCES "public"."booking_quotes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booking_quote_revisions" ADD CONSTRAINT "booking_quote_revisions_quote_id_booking_quotes_id_fk" FOREIGN KEY ("quote_id") REFERENCES "public"."booking_quotes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "catalog_menu_item_ingredients" ADD CONSTRAINT "catalog_menu_item_ingredients_sku_catalog_menu_items_sku_fk" FOREIGN KEY ("sku") REFERENCES "public"."catalog_menu_items"("sku") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "catalog_menu_item_ingredients" ADD CONSTRAINT "catalog_menu_item_ingredients_ingredient_id_catalog_ingredients_id_fk" FOREIGN KEY ("ingredient_id") REFERENCES "public"."catalog_ingredients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "catalog_prices" ADD CONSTRAINT "catalog_prices_price_book_id_catalog_price_books_id_fk" FOREIGN KEY ("price_book_id") REFERENCES "public"."catalog_price_books"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "classroom_answer_judgements" ADD CONSTRAINT "classroom_answer_judgements_answer_id_classroom_answers_id_fk" FOREIGN KEY ("answer_id") REFERENCES "public"."classroom_answers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "classroom_responses" ADD CONSTRAINT "classroom_responses_discussion_id_classroom_discussions_id_fk" FOREIGN KEY ("discussion_id") REFERENCES "public"."classroom_discussions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversations_messages" ADD CONSTRAINT "conversations_messages_conversation_id_conversations_threads_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations_threads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "crew_blackouts" ADD CONSTRAINT "crew_blackouts_station_id_crew_stations_id_fk" FOREIGN KEY ("station_id") REFERENCES "public"."crew_stations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "crew_chefs" ADD CONSTRAINT "crew_chefs_grade_crew_grades_grade_fk" FOREIGN KEY ("grade") REFERENCES "public"."crew_grades"("grade") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "crew_chefs" ADD CONSTRAINT "crew_chefs_station_id_crew_stations_id_fk" FOREIGN KEY ("station_id") REFERENCES "public"."crew_stations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "crew_claims" ADD CONSTRAINT "crew_claims_chef_id_crew_chefs_id_fk" FOREIGN KEY ("chef_id") REFERENCES "public"."crew_chefs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "crew_working_hours" ADD CONSTRAINT "crew_working_hours_chef_id_crew_chefs_id_fk" FOREIGN KEY ("chef_id") REFERENCES "public"."crew_chefs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customers_addresses" ADD CONSTRAINT "customers_addresses_customer_id_customers_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers_customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customers_consents" ADD CONSTRAINT "customers_consents_customer_id_customers_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers_customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customers_identities" ADD CONSTRAINT "customers_identities_customer_id_customers_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers_customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customers_notes" ADD CONSTRAINT "customers_notes_customer_id_customers_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers_customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customers_timeline" ADD CONSTRAINT "customers_timeline_customer_id_customers_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers_customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity_accounts" ADD CONSTRAINT "identity_accounts_user_id_identity_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."identity_users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity_sessions" ADD CONSTRAINT "identity_sessions_user_id_identity_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."identity_users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity_two_factors" ADD CONSTRAINT "identity_two_factors_user_id_identity_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."identity_users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "knowledge_article_versions" ADD CONSTRAINT "knowledge_article_versions_article_id_knowledge_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."knowledge_articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "knowledge_passages" ADD CONSTRAINT "knowledge_passages_article_id_knowledge_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."knowledge_articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments_checkouts" ADD CONSTRAINT "payments_checkouts_consent_id_payments_consents_id_fk" FOREIGN KEY ("consent_id") REFERENCES "public"."payments_consents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments_ledger_entries" ADD CONSTRAINT "payments_ledger_entries_payment_id_payments_payments_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payments_payments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments_ledger_lines" ADD CONSTRAINT "payments_ledger_lines_entry_id_payments_ledger_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."payments_ledger_entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments_ledger_lines" ADD CONSTRAINT "payments_ledger_lines_account_payments_accounts_code_fk" FOREIGN KEY ("account") REFERENCES "public"."payments_accounts"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments_payments" ADD CONSTRAINT "payments_payments_checkout_id_payments_checkouts_id_fk" FOREIGN KEY ("checkout_id") REFERENCES "public"."payments_checkouts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments_refunds" ADD CONSTRAINT "payments_refunds_payment_id_payments_payments_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payments_payments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "assistant_traces_by_time" ON "assistant_traces" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "assistant_traces_by_conversation" ON "assistant_traces" USING btree ("conversation_id","at");--> statement-breakpoint
CREATE INDEX "booking_bookings_start" ON "booking_bookings" USING btree ("starts_at","id");--> statement-breakpoint
CREATE INDEX "booking_bookings_created" ON "booking_bookings" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "booking_bookings_customer" ON "booking_bookings" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "booking_holds_status" ON "booking_holds" USING btree ("status","created_at");--> statement-breakpoint
CREATE INDEX "booking_holds_quote" ON "booking_holds" USING btree ("quote_id");--> statement-breakpoint
CREATE INDEX "booking_holds_customer" ON "booking_holds" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "booking_quotes_customer" ON "booking_quotes" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "booking_quotes_created" ON "booking_quotes" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "booking_transitions_entity" ON "booking_transitions" USING btree ("entity","entity_id","sequence");--> statement-breakpoint
CREATE INDEX "catalog_tax_rates_place" ON "catalog_tax_rates" USING btree ("state","city");--> statement-breakpoint
CREATE INDEX "classroom_answer_judgements_intent" ON "classroom_answer_judgements" USING btree ("intent");--> statement-breakpoint
CREATE UNIQUE INDEX "classroom_answers_question" ON "classroom_answers" USING btree ("scope_key","signature","polarity","masked_text");--> statement-breakpoint
CREATE INDEX "classroom_answers_intent" ON "classroom_answers" USING btree ("intent");--> statement-breakpoint
CREATE INDEX "classroom_discussions_at" ON "classroom_discussions" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "classroom_discussions_conversation" ON "classroom_discussions" USING btree ("conversation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "classroom_model_prices_effective" ON "classroom_model_prices" USING btree ("provider","model","effective_from");--> statement-breakpoint
CREATE INDEX "classroom_responses_discussion" ON "classroom_responses" USING btree ("discussion_id","position");--> statement-breakpoint
CREATE INDEX "conversations_threads_by_time" ON "conversations_threads" USING btree ("last_message_at","id");--> statement-breakpoint
CREATE INDEX "conversations_threads_by_status" ON "conversations_threads" USING btree ("status","last_message_at");--> statement-breakpoint
CREATE INDEX "conversations_threads_by_customer" ON "conversations_threads" USING btree ("customer_id");--> statement-breakpoint
CREATE UNIQUE INDEX "conversations_messages_sequence" ON "conversations_messages" USING btree ("conversation_id","sequence");--> statement-breakpoint
CREATE UNIQUE INDEX "conversations_messages_client_id" ON "conversations_messages" USING btree ("conversation_id","client_message_id");--> statement-breakpoint
CREATE INDEX "conversations_messages_by_time" ON "conversations_messages" USING btree ("sent_at");--> statement-breakpoint
CREATE INDEX "crew_chefs_station" ON "crew_chefs" USING btree ("station_id","id");--> statement-breakpoint
CREATE INDEX "crew_claims_hold" ON "crew_claims" USING btree ("hold_id");--> statement-breakpoint
CREATE INDEX "crew_claims_booking" ON "crew_claims" USING btree ("booking_id");--> statement-breakpoint
CREATE INDEX "crew_claims_expiry" ON "crew_claims" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "customer_access_codes_email" ON "customer_access_codes" USING btree ("email","created_at");--> statement-breakpoint
CREATE INDEX "customers_addresses_customer" ON "customers_addresses" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "customers_consents_customer" ON "customers_consents" USING btree ("customer_id","at");--> statement-breakpoint
CREATE INDEX "customers_customers_activity" ON "customers_customers" USING btree ("last_activity_at","id");--> statement-breakpoint
CREATE INDEX "customers_identities_customer" ON "customers_identities" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "customers_notes_customer" ON "customers_notes" USING btree ("customer_id","at");--> statement-breakpoint
CREATE INDEX "customers_timeline_customer" ON "customers_timeline" USING btree ("customer_id","sequence");--> statement-breakpoint
CREATE INDEX "identity_accounts_user" ON "identity_accounts" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "identity_invitations_email" ON "identity_invitations" USING btree ("email");--> statement-breakpoint
CREATE INDEX "identity_login_failures_email" ON "identity_login_failures" USING btree ("email","at");--> statement-breakpoint
CREATE INDEX "identity_sessions_user" ON "identity_sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "identity_two_factors_user" ON "identity_two_factors" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "identity_verifications_identifier" ON "identity_verifications" USING btree ("identifier");--> statement-breakpoint
CREATE UNIQUE INDEX "knowledge_articles_slug" ON "knowledge_articles" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "knowledge_passages_by_article" ON "knowledge_passages" USING btree ("article_id");--> statement-breakpoint
CREATE INDEX "operations_flag_changes_newest" ON "operations_flag_changes" USING btree ("flag","id");--> statement-breakpoint
CREATE UNIQUE INDEX "payments_checkouts_one_open" ON "payments_checkouts" USING btree ("hold_id") WHERE "payments_checkouts"."status" in ('creating', 'open');--> statement-breakpoint
CREATE INDEX "payments_checkouts_hold" ON "payments_checkouts" USING btree ("hold_id");--> statement-breakpoint
CREATE INDEX "payments_checkouts_status" ON "payments_checkouts" USING btree ("status","checked_at");--> statement-breakpoint
CREATE INDEX "payments_ledger_entries_newest" ON "payments_ledger_entries" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "payments_ledger_entries_payment" ON "payments_ledger_entries" USING btree ("payment_id");--> statement-breakpoint
CREATE INDEX "payments_ledger_entries_booking" ON "payments_ledger_entries" USING btree ("booking_id");--> statement-breakpoint
CREATE INDEX "payments_ledger_lines_entry" ON "payments_ledger_lines" USING btree ("entry_id");--> statement-breakpoint
CREATE INDEX "payments_ledger_lines_account" ON "payments_ledger_lines" USING btree ("account");--> statement-breakpoint
CREATE INDEX "payments_payments_hold" ON "payments_payments" USING btree ("hold_id");--> statement-breakpoint
CREATE INDEX "payments_payments_booking" ON "payments_payments" USING btree ("booking_id");--> statement-breakpoint
CREATE INDEX "payments_payments_newest" ON "payments_payments" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "payments_refunds_payment" ON "payments_refunds" USING btree ("payment_id");--> statement-breakpoint
CREATE INDEX "payments_refunds_status" ON "payments_refunds" USING btree ("status","updated_at");--> statement-breakpoint
CREATE INDEX "payments_refunds_newest" ON "payments_refunds" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "payments_webhook_events_newest" ON "payments_webhook_events" USING btree ("received_at","id");--> statement-breakpoint
CREATE INDEX "payments_webhook_events_state" ON "payments_webhook_events" USING btree ("state","received_at");--> statement-breakpoint
CREATE INDEX "tasks_tasks_due" ON "tasks_tasks" USING btree ("done_at","due_at","id");--> statement-breakpoint
CREATE INDEX "tasks_tasks_conversation" ON "tasks_tasks" USING btree ("conversation_id");--> statement-breakpoint
CREATE INDEX "tasks_tasks_booking" ON "tasks_tasks" USING btree ("booking_id");