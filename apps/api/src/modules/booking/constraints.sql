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
