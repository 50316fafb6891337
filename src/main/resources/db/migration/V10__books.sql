-- The books: the facts of an installation as they stand now. A month is closed from them by freezing what it needs in the
-- tables of facts of the same names, whose columns these have; what is frozen never follows a later change here.

create schema books;

create table books.employee (
  employee_no text collate "C" primary key,
  name text not null, team text not null, position text not null, hire_date date not null, training_end date,
  probation_end date, base_salary_cents bigint not null check (base_salary_cents > 0), notice_date date,
  last_day date check (last_day >= hire_date), leaving text, notice_waived boolean not null
);
create index on books.employee (team);

-- Rosters and punches name their person without a foreign key, which would look at each of millions of rows; whoever
-- writes them has checked the person. They come month by month, so that small indexes over their dates find a month.

create table books.rostered_shift (
  employee_no text collate "C" not null, date date not null, shift text not null,
  primary key (employee_no, date)
);
create index on books.rostered_shift using brin (date) with (autosummarize = on);

create table books.punch (
  employee_no text collate "C" not null, at timestamp not null,
  primary key (employee_no, at)
);
create index on books.punch using brin (at) with (autosummarize = on);

create table books.leave (
  employee_no text collate "C" not null references books.employee,
  leave_no text collate "C" primary key, type text not null, from_date date not null, from_half text not null,
  to_date date not null, to_half text not null, certificate boolean not null, approved boolean not null,
  check ((from_date, from_half) <= (to_date, to_half))
);
create index on books.leave (employee_no, from_date);

create table books.incident (
  employee_no text collate "C" not null references books.employee,
  incident_no text collate "C" primary key, date date not null, code text not null, minutes int, points int,
  amount_cents bigint, note text
);
create index on books.incident (employee_no, date);

-- Several exams of a day and several payments of a day and code have no name of their own: they are numbered.

create table books.exam (
  employee_no text collate "C" not null references books.employee, date date not null, nth smallint not null default 1,
  score_hundredths int not null,
  primary key (employee_no, date, nth)
);

create table books.cash_payment (
  employee_no text collate "C" not null references books.employee, date date not null, code text not null,
  nth smallint not null default 1, amount_cents bigint not null,
  primary key (employee_no, date, code, nth)
);

create table books.key_figures (
  month text not null, employee_no text collate "C" not null references books.employee,
  workload_millionths bigint not null, quality_millionths bigint not null, complaint_rate_millionths bigint,
  primary key (month, employee_no)
);

create table books.bonus (
  month text not null, employee_no text collate "C" not null references books.employee,
  amount_cents bigint not null,
  primary key (month, employee_no)
);

create table books.past_evaluation (
  employee_no text collate "C" not null references books.employee, month text not null,
  score int not null, is_last boolean not null,
  primary key (employee_no, month)
);

-- Leave days that somebody had left at the end of a day; the latest one before a date counts for it. Never frozen.
create table books.opening_balance (
  employee_no text collate "C" not null references books.employee, type text not null, as_of date not null,
  half_days int not null check (half_days >= 0),
  primary key (employee_no, type, as_of)
);

-- Who took in what: counts, no figures.
create table books.import (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  actor text not null,
  month text,
  added bigint not null, changed bigint not null, unchanged bigint not null
);

-- Two guards stand before the tables of facts that belong to months.
--
-- The gate: everybody who writes passes it together with others, an import passes it alone. So an import can check its
-- rows against all others and no other writer comes in between.
--
-- The closed month: a row that belongs to a published or paid month is refused, unless its transaction has said that it
-- writes for a correction (see BooksGate).

create function books.pass_gate() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock_shared(1299144811, 1);
  return null;
end
$$;

-- Its arguments are the first and the last month that a changed row r belongs to, as expressions.
create function books.refuse_closed_month() returns trigger language plpgsql as $$
declare
  closed text;
begin
  if current_setting('monthend.closed_months', true) = 'accept' then
    return null;
  end if;
  execute format(
    'select m.month from pay_month m
     where m.state in (''published'', ''paid'')
       and exists (select from changed r where m.month between %s and %s)
     order by m.month limit 1', tg_argv[0], tg_argv[1]) into closed;
  if closed is not null then
    raise exception using
      errcode = 'MC001',
      message = closed || ' is closed: its facts no longer change',
      hint = 'Reopen the month, or make it a correction.';
  end if;
  return null;
end
$$;

do $$
declare
  fact record;
begin
  for fact in
    select * from (values
      ('employee', null, null),
      ('opening_balance', null, null),
      ('rostered_shift', 'to_char(r.date, ''YYYY-MM'')', 'to_char(r.date, ''YYYY-MM'')'),
      ('punch', 'to_char(r.at, ''YYYY-MM'')', 'to_char(r.at, ''YYYY-MM'')'),
      ('leave', 'to_char(r.from_date, ''YYYY-MM'')', 'to_char(r.to_date, ''YYYY-MM'')'),
      ('incident', 'to_char(r.date, ''YYYY-MM'')', 'to_char(r.date, ''YYYY-MM'')'),
      ('exam', 'to_char(r.date, ''YYYY-MM'')', 'to_char(r.date, ''YYYY-MM'')'),
      ('cash_payment', 'to_char(r.date, ''YYYY-MM'')', 'to_char(r.date, ''YYYY-MM'')'),
      ('key_figures', 'r.month', 'r.month'),
      ('bonus', 'r.month', 'r.month'),
      ('past_evaluation', null, null)
    ) as tables (name, first, last)
  loop
    execute format(
      'create trigger pass_gate before insert or update or delete on books.%I
       for each statement execute function books.pass_gate()', fact.name);
    if fact.first is not null then
      execute format(
        'create trigger refuse_inserted after insert on books.%1$I referencing new table as changed
         for each statement execute function books.refuse_closed_month(%2$L, %3$L)', fact.name, fact.first, fact.last);
      execute format(
        'create trigger refuse_deleted after delete on books.%1$I referencing old table as changed
         for each statement execute function books.refuse_closed_month(%2$L, %3$L)', fact.name, fact.first, fact.last);
      execute format(
        'create trigger refuse_before after update on books.%1$I referencing old table as changed
         for each statement execute function books.refuse_closed_month(%2$L, %3$L)', fact.name, fact.first, fact.last);
      execute format(
        'create trigger refuse_after after update on books.%1$I referencing new table as changed
         for each statement execute function books.refuse_closed_month(%2$L, %3$L)', fact.name, fact.first, fact.last);
    end if;
  end loop;
end
$$;
