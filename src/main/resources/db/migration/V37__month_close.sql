-- The close of a month as a case: asked for, run, reviewed, approved, published. A run that is settled waits for its
-- review; the case waits for the run by a request, which whoever has the lock of the month works on.

alter table close_run drop constraint close_run_state_check;
alter table close_run add constraint close_run_state_check
  check (state in ('settling', 'settled', 'blocked', 'published', 'undone', 'abandoned'));
drop index one_live_run_per_month;
create unique index one_live_run_per_month on close_run (month)
  where state in ('settling', 'settled', 'blocked', 'published');

create table month_close (
  case_no text collate "C" primary key references work_case deferrable initially deferred,
  month text not null references pay_month,
  stage text not null
    check (stage in ('running', 'mending', 'review', 'approval', 'publishing', 'published', 'given up'))
);
create unique index one_open_close_per_month on month_close (month) where stage not in ('published', 'given up');
create index on month_close (month);

-- An attempt that was asked for. Without a case it waits for a node with the process engine, which opens one.
create table close_request (
  id bigint generated always as identity primary key,
  month text not null references pay_month,
  attempt int not null,
  case_no text collate "C" references month_close,
  asked_by text collate "C" not null references account,
  asked_at timestamptz not null default clock_timestamp(),
  rulebook_hash text references rulebook_edition,
  from_files boolean not null,
  run_id bigint references close_run,
  state text not null default 'asked'
    check (state in ('asked', 'running', 'settled', 'blocked', 'refused', 'failed')),
  problem text not null default '',
  began_at timestamptz,
  ended_at timestamptz,
  told_at timestamptz,
  unique (month, attempt)
);
create index close_request_untold on close_request (id) where told_at is null;
create index on close_request (case_no);

-- How far a request has come, for people who watch.
create table close_step (
  request_id bigint not null references close_request on delete cascade,
  place int not null,
  step text not null,
  done bigint not null,
  total bigint not null,
  began_at timestamptz not null,
  ended_at timestamptz,
  primary key (request_id, step)
);

-- When the month is closed by itself, if it is: one row at most.
create table close_timer (
  only_one boolean primary key default true check (only_one),
  day int not null check (day between 1 and 31),
  hour int not null check (hour between 0 and 23),
  month_offset int not null check (month_offset between 0 and 2),
  set_by text collate "C" not null references account,
  next_at timestamptz not null,
  last_at timestamptz,
  last_result text not null default ''
);

-- Reopening a published month takes two: one who asks, another who agrees.
create table month_reopening (
  id bigint generated always as identity primary key,
  month text not null references pay_month,
  asked_by text collate "C" not null references account,
  asked_at timestamptz not null default clock_timestamp(),
  reason text not null check (reason <> ''),
  answered_by text collate "C" references account check (answered_by <> asked_by),
  agreed boolean,
  answered_at timestamptz
);
create unique index one_open_reopening_per_month on month_reopening (month) where answered_at is null;
