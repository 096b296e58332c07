create function payments_keep_invoice() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'An invoice is never deleted: take it back by a credit note.' using errcode = '23514';
  end if;
  if (to_jsonb(new) - 'voided_at') is distinct from (to_jsonb(old) - 'voided_at') or old.voided_at is not null then
    raise exception 'An issued invoice never changes: take it back by a credit note.' using errcode = '23514';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger payments_invoices_fixed before update or delete on payments_invoices
  for each row execute function payments_keep_invoice();
