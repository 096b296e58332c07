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
