-- Whoever reviews a month marks what they have looked at. A later attempt that finds the very same need not be looked at
-- again, so a mark is of the month and not of a run.
create table review_mark (
  month text not null references pay_month,
  employee_no text collate "C" not null,
  kind text collate "C" not null,
  source text collate "C" not null,
  note text not null,
  words text not null default '',
  marked_by text collate "C" not null references account,
  marked_at timestamptz not null,
  primary key (month, employee_no, kind, source, note)
);
