-- Leave as it is asked for, until it is decided and after; what is approved stands in the books under the same number.

create sequence leave_application_no;

create table leave_application (
  leave_no text collate "C" primary key,
  employee_no text collate "C" not null,
  type text not null,
  from_date date not null, from_half text not null,
  to_date date not null, to_half text not null,
  reason text not null,
  by_phone boolean not null,
  has_certificate boolean not null default false,
  state text not null default 'asked'
    check (state in ('asked', 'approved', 'refused', 'withdrawn', 'cancelled', 'lapsed', 'personal')),
  check ((from_date, from_half) <= (to_date, to_half))
);
create index on leave_application (employee_no, from_date);
create index on leave_application (from_date) where state = 'approved' and type = 'SICK' and not has_certificate;

-- Days off earned by work on rest days and emergency covers (C5).
create table compensatory_grant (
  id bigint generated always as identity primary key,
  employee_no text collate "C" not null,
  date date not null,
  half_days int not null check (half_days > 0),
  reason text not null check (reason <> ''),
  granted_by text collate "C" not null references account
);
create index on compensatory_grant (employee_no);
