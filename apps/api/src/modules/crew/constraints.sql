alter table crew_claims add constraint crew_claims_no_overlap
  exclude using gist (chef_id with =, during with &&) where (not released);
--> statement-breakpoint
alter table crew_claims add constraint crew_claims_work_inside check (during @> work and not isempty(work));
--> statement-breakpoint
