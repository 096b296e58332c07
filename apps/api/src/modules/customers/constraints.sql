create index customers_customers_name_trigram on customers_customers using gin (name gin_trgm_ops);
--> statement-breakpoint
create index customers_identities_value_trigram on customers_identities using gin (value gin_trgm_ops);
--> statement-breakpoint
