CREATE TABLE "exchange_export_parts" (
	"export_id" text NOT NULL,
	"sequence" integer NOT NULL,
	"text" text NOT NULL,
	CONSTRAINT "exchange_export_parts_export_id_sequence_pk" PRIMARY KEY("export_id","sequence")
);
--> statement-breakpoint
CREATE TABLE "exchange_exports" (
	"id" text PRIMARY KEY NOT NULL,
	"content" text NOT NULL,
	"format" text NOT NULL,
	"state" text NOT NULL,
	"rows" integer NOT NULL,
	"parts" integer NOT NULL,
	"cursor" text,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" text NOT NULL,
	"finished_at" timestamp with time zone,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "exchange_import_rows" (
	"import_id" text NOT NULL,
	"line" integer NOT NULL,
	"cells" jsonb NOT NULL,
	"state" text NOT NULL,
	"problems" jsonb NOT NULL,
	"row_key" text,
	"progress" jsonb NOT NULL,
	"entity_id" text,
	CONSTRAINT "exchange_import_rows_import_id_line_pk" PRIMARY KEY("import_id","line")
);
--> statement-breakpoint
CREATE TABLE "exchange_imports" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"file_name" text NOT NULL,
	"file_hash" text NOT NULL,
	"separator" text NOT NULL,
	"state" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" text NOT NULL,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "exchange_export_parts" ADD CONSTRAINT "exchange_export_parts_export_id_exchange_exports_id_fk" FOREIGN KEY ("export_id") REFERENCES "public"."exchange_exports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exchange_import_rows" ADD CONSTRAINT "exchange_import_rows_import_id_exchange_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."exchange_imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "exchange_exportRunsnewest" ON "exchange_exports" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "exchange_import_rows_state" ON "exchange_import_rows" USING btree ("import_id","state","line");--> statement-breakpoint
CREATE INDEX "exchange_import_rows_key" ON "exchange_import_rows" USING btree ("row_key");--> statement-breakpoint
CREATE INDEX "exchange_imports_newest" ON "exchange_imports" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "exchange_imports_file" ON "exchange_imports" USING btree ("kind","file_hash");