-- An employee objects to a line of a published slip; HR answers. The line is named by its place and code, since the rows
-- of a run that is undone may go.
create table slip_objection (
  id bigint generated always as identity primary key,
  month text not null references pay_month,
  run_id bigint not null,
  employee_no text collate "C" not null,
  line_no int not null check (line_no > 0),
  code text not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  unique (run_id, employee_no, line_no)
);
create index on slip_objection (employee_no, month);
create index slip_objection_open on slip_objection (opened_at) where closed_at is null;

-- What was said about it. Only ever added to.
create table slip_objection_entry (
  id bigint generated always as identity primary key,
  objection_id bigint not null references slip_objection,
  at timestamptz not null,
  username text collate "C" not null references account,
  words text not null check (words <> '')
);
create index on slip_objection_entry (objection_id, id);
