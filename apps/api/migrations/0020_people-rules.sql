create function customers_survivor(person text) returns text language sql stable as $$
  with recursive up (id, merged_into) as (
    select id, merged_into from customers_customers where id = person
    union all
    select above.id, above.merged_into from customers_customers above join up on above.id = up.merged_into
  )
  select id from up where merged_into is null
$$;
--> statement-breakpoint
create function customers_family(person text) returns setof text language sql stable as $$
  with recursive down (id) as (
    select customers_survivor(person)
    union all
    select below.id from customers_customers below join down on below.merged_into = down.id
  )
  select id from down where id is not null
$$;
--> statement-breakpoint
create function customers_refuse_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and tg_nargs > 0 and current_setting('myhibachi.erasing', true) = 'on'
    and to_jsonb(new) - tg_argv = to_jsonb(old) - tg_argv then
    return new;
  end if;
  raise exception 'What a person answered stays as it is: add a new answer instead.' using errcode = '23514';
end $$;
--> statement-breakpoint
create trigger customers_consents_append_only before update or delete on customers_consents
  for each row execute function customers_refuse_change('evidence', 'words');
--> statement-breakpoint
create or replace function booking_refuse_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and tg_nargs > 0 and current_setting('myhibachi.erasing', true) = 'on'
    and to_jsonb(new) - tg_argv = to_jsonb(old) - tg_argv then
    return new;
  end if;
  raise exception 'This is a record of what was offered, signed or done, and stays as it is.' using errcode = '23514';
end $$;
--> statement-breakpoint
drop trigger booking_quote_revisions_immutable on booking_quote_revisions;
--> statement-breakpoint
create trigger booking_quote_revisions_immutable before update or delete on booking_quote_revisions
  for each row execute function booking_refuse_change('inputs', 'hash');
--> statement-breakpoint
drop trigger booking_agreements_immutable on booking_agreements;
--> statement-breakpoint
create trigger booking_agreements_immutable before update or delete on booking_agreements
  for each row execute function booking_refuse_change('signer_name', 'ip_address', 'user_agent');
--> statement-breakpoint
drop trigger booking_transitions_immutable on booking_transitions;
--> statement-breakpoint
create trigger booking_transitions_immutable before update or delete on booking_transitions
  for each row execute function booking_refuse_change('reason', 'details');
--> statement-breakpoint
create or replace function crew_refuse_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and tg_nargs > 0 and current_setting('myhibachi.erasing', true) = 'on'
    and to_jsonb(new) - tg_argv = to_jsonb(old) - tg_argv then
    return new;
  end if;
  raise exception 'What a chef earned or reported stays as it is; write a reversal instead.' using errcode = '23514';
end $$;
--> statement-breakpoint
drop trigger crew_incidents_immutable on crew_incidents;
--> statement-breakpoint
create trigger crew_incidents_immutable before update or delete on crew_incidents
  for each row execute function crew_refuse_change('text');
--> statement-breakpoint
alter table payments_ledger_entries disable trigger payments_ledger_entries_append_only;
--> statement-breakpoint
update payments_ledger_entries
  set description = case kind
    when 'payment' then 'Payment'
    when 'refund' then 'Refund'
    when 'reversal' then 'Reversal'
    when 'tip' then 'Tip'
    else 'The party took place' end
  where kind in ('payment', 'refund', 'reversal', 'tip') or key like '%:earned';
--> statement-breakpoint
alter table payments_ledger_entries enable trigger payments_ledger_entries_append_only;
