-- What the slips of a run carry of earlier months (G13): line by line the difference that a late fact makes to a
-- published slip. Few rows, so one table for all runs; what belongs to a run that is no longer live counts for nothing.

create table correction (
  run_id bigint not null references close_run,
  bucket smallint not null,
  employee_no text collate "C" not null,
  of_month text not null references pay_month,
  of_run bigint not null references close_run,
  code text not null,
  rule text not null,
  source text collate "C" not null,
  amount_cents bigint not null check (amount_cents <> 0),
  primary key (run_id, employee_no, of_month, code, source)
);
create index on correction (employee_no, of_month);
