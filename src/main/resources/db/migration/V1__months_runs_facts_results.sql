-- Employee numbers and codes sort by code point, as the file contract sorts them.

create table rulebook_edition (
  hash text primary key,
  edition text not null,
  yaml text not null
);

create table pay_month (
  month text primary key check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  state text not null check (state in ('open', 'closing', 'in review', 'published', 'paid')),
  published_run bigint
);

create table pay_month_event (
  id bigint generated always as identity primary key,
  month text not null references pay_month,
  at timestamptz not null default clock_timestamp(),
  event text not null,
  run_id bigint,
  actor text not null,
  reason text not null default ''
);
create index on pay_month_event (month, at);

-- One attempt at closing a month. The owner is the process that works on it; whoever writes for a run checks that it
-- is still the owner, in the same transaction.
create table close_run (
  id bigint generated always as identity primary key,
  month text not null references pay_month,
  attempt int not null,
  state text not null check (state in ('settling', 'blocked', 'published', 'undone', 'abandoned')),
  owner uuid not null,
  input_hash text not null,
  rulebook_hash text not null references rulebook_edition,
  bucket_count int not null check (bucket_count > 0),
  best_workload_millionths bigint,
  best_quality_millionths bigint,
  digest text,
  started_at timestamptz not null default clock_timestamp(),
  ended_at timestamptz,
  unique (month, attempt)
);
create unique index one_live_run_per_month on close_run (month) where state in ('settling', 'blocked', 'published');
alter table pay_month add foreign key (published_run) references close_run;

-- Facts, frozen for a run: one partition a run, below it one a bucket, so that a bucket reads only its own rows and an
-- attempt is dropped, never deleted row by row. row_no is the row of the input they came from. No keys and no foreign
-- keys: rows are checked as a set before they are accepted.

create table employee (
  run_id bigint not null, bucket smallint not null, row_no int not null, employee_no text collate "C" not null,
  name text not null, team text not null, position text not null, hire_date date not null, training_end date,
  probation_end date, base_salary_cents bigint not null, notice_date date, last_day date, leaving text,
  notice_waived boolean not null
) partition by list (run_id);

create table rostered_shift (
  run_id bigint not null, bucket smallint not null, row_no int not null, employee_no text collate "C" not null,
  date date not null, shift text not null
) partition by list (run_id);

create table punch (
  run_id bigint not null, bucket smallint not null, row_no int not null, employee_no text collate "C" not null,
  at timestamp not null
) partition by list (run_id);

create table leave (
  run_id bigint not null, bucket smallint not null, row_no int not null, employee_no text collate "C" not null,
  leave_no text collate "C" not null, type text not null, from_date date not null, from_half text not null,
  to_date date not null, to_half text not null, certificate boolean not null, approved boolean not null
) partition by list (run_id);

create table incident (
  run_id bigint not null, bucket smallint not null, row_no int not null, employee_no text collate "C" not null,
  incident_no text collate "C" not null, date date not null, code text not null, minutes int, points int,
  amount_cents bigint, note text
) partition by list (run_id);

create table exam (
  run_id bigint not null, bucket smallint not null, row_no int not null, employee_no text collate "C" not null,
  date date not null, score_hundredths int not null
) partition by list (run_id);

create table key_figures (
  run_id bigint not null, bucket smallint not null, row_no int not null, employee_no text collate "C" not null,
  workload_millionths bigint not null, quality_millionths bigint not null, complaint_rate_millionths bigint
) partition by list (run_id);

create table bonus (
  run_id bigint not null, bucket smallint not null, row_no int not null, employee_no text collate "C" not null,
  amount_cents bigint not null
) partition by list (run_id);

create table cash_payment (
  run_id bigint not null, bucket smallint not null, row_no int not null, employee_no text collate "C" not null,
  date date not null, code text not null, amount_cents bigint not null
) partition by list (run_id);

create table past_evaluation (
  run_id bigint not null, bucket smallint not null, row_no int not null, employee_no text collate "C" not null,
  month text not null, score int not null, is_last boolean not null
) partition by list (run_id);

-- Results of a run. A person's settlement and all that belongs to it are written in one transaction.

create table settlement (
  run_id bigint not null, employee_no text collate "C" not null, bucket smallint not null,
  outcome text not null check (outcome in ('settled', 'blocked', 'not employed')),
  primary key (run_id, employee_no)
) partition by list (run_id);

create table attendance_day (
  run_id bigint not null, employee_no text collate "C" not null, date date not null, shift text not null,
  in_at timestamp, out_at timestamp, late_minutes int not null, early_minutes int not null,
  leave_halves smallint not null, absent_halves smallint not null, missing text
) partition by list (run_id);

create table evaluation (
  run_id bigint not null, employee_no text collate "C" not null, score int not null, grade text not null,
  is_ranked boolean not null,
  primary key (run_id, employee_no)
) partition by list (run_id);

create table evaluation_line (
  run_id bigint not null, employee_no text collate "C" not null, seq int not null, date date not null,
  code text collate "C" not null, points int not null, source text collate "C" not null
) partition by list (run_id);

create table standing (
  run_id bigint not null, employee_no text collate "C" not null, rank int not null, is_last boolean not null,
  primary key (run_id, employee_no)
) partition by list (run_id);

create table payslip (
  run_id bigint not null, employee_no text collate "C" not null, name text not null, position text not null,
  base_salary_cents bigint not null, net_cents bigint not null,
  primary key (run_id, employee_no)
) partition by list (run_id);

create table payslip_line (
  run_id bigint not null, employee_no text collate "C" not null, seq int not null, code text not null,
  amount_cents bigint not null, rule text not null, source text collate "C" not null
) partition by list (run_id);

create table review_item (
  run_id bigint not null, employee_no text collate "C" not null, kind text collate "C" not null,
  source text collate "C" not null, note text not null
) partition by list (run_id);
