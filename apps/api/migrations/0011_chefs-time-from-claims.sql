-- Claims from before they carried an address, and time off from before it was asked for.
update crew_claims c set address = b.place->>'formatted' from booking_bookings b where b.id = c.booking_id;--> statement-breakpoint
update crew_claims c set address = h.place->>'formatted' from booking_holds h where h.id = c.hold_id and c.address is null;--> statement-breakpoint
insert into crew_time_off (id, chef_id, from_at, to_at, reason, status, requested_by, requested_at, decided_by, decided_at, claim_id)
select 'off_' || substr(id, 5), chef_id, lower(during), upper(during), title, 'approved', 'system:migration', created_at, 'system:migration', created_at, id
from crew_claims where kind = 'time_off' and not released;
