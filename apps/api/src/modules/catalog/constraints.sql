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
