create or replace function payments_keep_invoice() returns trigger language plpgsql as $$
declare
  changeable text[] := array['voided_at'];
begin
  if tg_op = 'DELETE' then
    raise exception 'An invoice is never deleted: take it back by a credit note.' using errcode = '23514';
  end if;
  -- Whom it names may be forgotten; the figures are for ever.
  if current_setting('myhibachi.erasing', true) = 'on' then
    changeable := array['voided_at', 'addressee', 'reason'];
  end if;
  if (to_jsonb(new) - changeable) is distinct from (to_jsonb(old) - changeable)
    or (old.voided_at is not null and new.voided_at is distinct from old.voided_at) then
    raise exception 'An issued invoice never changes: take it back by a credit note.' using errcode = '23514';
  end if;
  return new;
end $$;
