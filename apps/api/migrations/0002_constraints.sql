create function booking_refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'This is a record of what was offered, signed or done, and stays as it is.' using errcode = '23514';
end $$;
--> statement-breakpoint
create trigger booking_quote_revisions_immutable before update or delete on booking_quote_revisions
  for each row execute function booking_refuse_change();
--> statement-breakpoint
create trigger booking_agreements_immutable before update or delete on booking_agreements
  for each row execute function booking_refuse_change();
--> statement-breakpoint
create trigger booking_transitions_immutable before update or delete on booking_transitions
  for each row execute function booking_refuse_change();
--> statement-breakpoint
create unique index booking_holds_one_live on booking_holds (quote_id) where status in ('held', 'awaiting_deposit');
--> statement-breakpoint
alter table booking_bookings add constraint booking_bookings_money
  check (total_cents = before_tax_cents + tax_cents and paid_cents >= 0 and refunded_cents between 0 and paid_cents);
--> statement-breakpoint
create function catalog_refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'What was published stays as it is: publish a new version instead.' using errcode = '23514';
end $$;
--> statement-breakpoint
create trigger catalog_policies_immutable before update or delete on catalog_policies
  for each row execute function catalog_refuse_change();
--> statement-breakpoint
create trigger catalog_price_books_immutable before update or delete on catalog_price_books
  for each row when (old.status = 'published') execute function catalog_refuse_change();
--> statement-breakpoint
create function catalog_guard_prices() returns trigger language plpgsql as $$
begin
  if exists (select 1 from catalog_price_books book
             where book.id = coalesce(old.price_book_id, new.price_book_id) and book.status = 'published') then
    raise exception 'The prices of a published price book do not change: make a new version.' using errcode = '23514';
  end if;
  return coalesce(new, old);
end $$;
--> statement-breakpoint
create trigger catalog_prices_immutable before insert or update or delete on catalog_prices
  for each row execute function catalog_guard_prices();
--> statement-breakpoint
alter table crew_claims add constraint crew_claims_no_overlap
  exclude using gist (chef_id with =, during with &&) where (not released);
--> statement-breakpoint
alter table crew_claims add constraint crew_claims_work_inside check (during @> work and not isempty(work));
--> statement-breakpoint
create index customers_customers_name_trigram on customers_customers using gin (name gin_trgm_ops);
--> statement-breakpoint
create index customers_identities_value_trigram on customers_identities using gin (value gin_trgm_ops);
--> statement-breakpoint
insert into payments_accounts (code, title, kind) values
  ('stripe_clearing', 'Card money at Stripe', 'asset'),
  ('bank', 'Bank account', 'asset'),
  ('cash', 'Cash box', 'asset'),
  ('receivable', 'Owed by customers', 'asset'),
  ('dispute_reserve', 'Held back for disputes', 'asset'),
  ('customer_deposits', 'Received for parties to come', 'liability'),
  ('sales_tax_payable', 'Sales tax to pay', 'liability'),
  ('tips_payable', 'Tips to pay to chefs', 'liability'),
  ('revenue:food', 'Food and service', 'revenue'),
  ('revenue:travel', 'Travel fees', 'revenue'),
  ('revenue:cancellation', 'Deposits kept', 'revenue'),
  ('revenue:fees', 'Rescheduling and other fees', 'revenue'),
  ('fees', 'Card fees', 'expense');
--> statement-breakpoint
create function payments_refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'The ledger is append-only: write a reversal instead.' using errcode = '23514';
end $$;
--> statement-breakpoint
create trigger payments_ledger_entries_append_only before update or delete on payments_ledger_entries
  for each row execute function payments_refuse_change();
--> statement-breakpoint
create trigger payments_ledger_lines_append_only before update or delete on payments_ledger_lines
  for each row execute function payments_refuse_change();
--> statement-breakpoint
create trigger payments_consents_append_only before update or delete on payments_consents
  for each row execute function payments_refuse_change();
--> statement-breakpoint
create function payments_check_balance() returns trigger language plpgsql as $$
declare
  entry text := coalesce(to_jsonb(new) ->> 'entry_id', to_jsonb(new) ->> 'id');
begin
  if not exists (
    select from payments_ledger_lines where entry_id = entry
    having count(*) >= 2 and sum(amount_cents) = 0 and count(distinct currency) = 1
  ) then
    raise exception 'The ledger entry % does not balance.', entry using errcode = '23514';
  end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger payments_ledger_lines_balance after insert on payments_ledger_lines
  deferrable initially deferred for each row execute function payments_check_balance();
--> statement-breakpoint
create constraint trigger payments_ledger_entries_balance after insert on payments_ledger_entries
  deferrable initially deferred for each row execute function payments_check_balance();
--> statement-breakpoint
