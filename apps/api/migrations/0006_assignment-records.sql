create function crew_refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'What a chef earned or reported stays as it is; write a reversal instead.' using errcode = '23514';
end $$;
--> statement-breakpoint
create trigger crew_pay_lines_immutable before update or delete on crew_pay_lines
  for each row execute function crew_refuse_change();
--> statement-breakpoint
create trigger crew_incidents_immutable before update or delete on crew_incidents
  for each row execute function crew_refuse_change();
--> statement-breakpoint
insert into crew_assignments (claim_id, booking_id, chef_id, starts_at, response, asked_at)
  select id, booking_id, chef_id, starts_at, 'pending', created_at from crew_claims
  where kind = 'booking' and booking_id is not null and starts_at is not null;
