create function catalog_guard_promotion_uses() returns trigger language plpgsql as $$
declare
  promotion catalog_promotions;
  used integer;
  used_by_customer integer;
begin
  if new.status = 'released' or (tg_op = 'UPDATE' and old.status <> 'released') then
    return new;
  end if;
  -- The lock makes those who take the last use queue; each then counts what the others have committed.
  select * into promotion from catalog_promotions where id = new.promotion_id for update;
  select count(*), count(*) filter (where customer_id = new.customer_id) into used, used_by_customer
    from catalog_promotion_uses
    where promotion_id = new.promotion_id and status <> 'released' and hold_id <> new.hold_id;
  if used >= promotion.limit_total or used_by_customer >= promotion.limit_per_customer then
    raise exception 'The promotion % is used up.', new.promotion_id using errcode = '23514';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger catalog_promotion_uses_limits before insert or update on catalog_promotion_uses
  for each row execute function catalog_guard_promotion_uses();
--> statement-breakpoint
create function catalog_guard_promise() returns trigger language plpgsql as $$
begin
  if (new.id, new.code, new.name, new.value, new.target, new.minimum_spend_cents, new.starts_at)
     is distinct from (old.id, old.code, old.name, old.value, old.target, old.minimum_spend_cents, old.starts_at) then
    raise exception 'What a promotion takes off never changes: end it and make another.' using errcode = '23514';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger catalog_promotions_promise before update on catalog_promotions
  for each row execute function catalog_guard_promise();
--> statement-breakpoint
create trigger catalog_tax_rates_immutable before update or delete on catalog_tax_rates
  for each row execute function catalog_refuse_change();
