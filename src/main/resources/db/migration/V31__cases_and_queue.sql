-- Cases: what runs as a process, whom it is about, and all that was done to it. What the engine keeps may be cleaned
-- away; what is evidence stands here.

create table work_case (
  case_no text collate "C" primary key,
  process text not null,
  process_instance text unique,
  requester text collate "C" not null references account,
  subject text collate "C" references account,
  summary_key text not null,
  summary_arguments text[] not null,
  search text not null,
  state text not null default 'open',
  opened_at timestamptz not null,
  closed_at timestamptz
);
create index on work_case (requester, opened_at desc);

-- Who else has to do with a case: a preparer decides nothing of it, a copied person sees it.
create table case_party (
  case_no text collate "C" not null references work_case,
  username text collate "C" not null references account,
  part text not null check (part in ('preparer', 'copied')),
  primary key (case_no, username, part)
);
create index on case_party (username);

-- Who did what, and on whose behalf. Only ever added to.
create table case_event (
  id bigint generated always as identity primary key,
  case_no text collate "C" not null references work_case,
  at timestamptz not null,
  day date not null,
  actor text collate "C" not null,
  on_behalf_of text collate "C",
  deed text not null,
  task_id text,
  task_key text,
  other text collate "C",
  words text not null default ''
);
create index on case_event (case_no, id);
create index on case_event (actor, id desc);
create index on case_event (task_id);
create unique index urged_once_a_day on case_event (case_no, day) where deed = 'URGED';

create function case_event_refuse() returns trigger language plpgsql as $$
begin
  raise exception 'What was done to a case is only ever added to';
end $$;
create trigger case_event_refuse_change before update or delete on case_event
  for each row execute function case_event_refuse();

create table case_attachment (
  id bigint generated always as identity primary key,
  case_no text collate "C" not null references work_case,
  name text not null,
  media_type text not null,
  size int not null,
  sha256 bytea not null,
  content bytea not null,
  username text collate "C" not null references account,
  at timestamptz not null
);
create index on case_attachment (case_no);

-- Somebody whose agreement a decision needs as well.
create table added_approver (
  task_id text not null,
  username text collate "C" not null references account,
  added_by text collate "C" not null,
  agrees boolean,
  words text not null default '',
  answered_at timestamptz,
  primary key (task_id, username)
);
create index on added_approver (username) where agrees is null;

-- Who acts for whom, from one day to another, always or only while the absent person is on leave.
create table stand_in (
  id bigint generated always as identity primary key,
  absent text collate "C" not null references account,
  stand_in text collate "C" not null references account check (stand_in <> absent),
  from_date date not null,
  to_date date not null check (to_date >= from_date),
  only_on_leave boolean not null,
  created_by text collate "C" not null references account,
  created_at timestamptz not null,
  revoked_by text collate "C" references account
);
create index on stand_in (stand_in) where revoked_by is null;
create index on stand_in (absent) where revoked_by is null;

create table absence (
  source text collate "C" primary key,
  username text collate "C" not null references account,
  from_date date not null,
  to_date date not null
);
create index on absence (username);

create table notice (
  id bigint generated always as identity primary key,
  username text collate "C" not null references account,
  case_no text collate "C" not null references work_case,
  kind text not null,
  actor text collate "C" not null,
  at timestamptz not null,
  read_at timestamptz,
  mailed_at timestamptz
);
create index on notice (username, id desc);

create table saved_filter (
  username text collate "C" not null references account,
  name text not null check (name <> ''),
  query text not null,
  primary key (username, name)
);

-- Who somebody acts as on a day: oneself, and those one stands in for.
create function acting_as(person text, day date) returns table (username text, via text) language sql stable as $$
  select person, null::text
  union all
  select s.absent, s.absent
  from stand_in s join account a on a.username = s.absent
  where s.stand_in = person and s.revoked_by is null and day between s.from_date and s.to_date
    and (not s.only_on_leave or exists (
      select from absence away where away.username = s.absent and day between away.from_date and away.to_date))
$$;

-- Who must not decide a case: whom it is about, who asked for it, who prepared it.
create function is_party(no text, person text) returns boolean language sql stable as $$
  select exists (select from work_case where case_no = no and (requester = person or subject = person))
    or exists (select from case_party p where p.case_no = no and p.username = person and p.part = 'preparer')
$$;

-- Every open task that somebody may act on, in their own right (via is null) or for another, or whose decision waits for
-- their agreement. A decision is nobody's who is a party, in either place; and what is somebody's own to do, nobody does
-- for them.
create function tasks_of(person text, day date)
returns table (task_id text, via text, is_held boolean, is_agreement boolean) language sql stable as $$
  select distinct on (found.id_) found.id_, found.via, found.is_held, found.is_agreement
  from (
    select t.id_, me.via, t.assignee_ is not null as is_held, false as is_agreement
    from flowable.act_ru_task t
    join work_case c on c.process_instance = t.proc_inst_id_
    join acting_as(person, day) me on
      t.assignee_ = me.username
      or (t.owner_ = me.username and t.delegation_ = 'PENDING')
      or (t.assignee_ is null and exists (
        select from flowable.act_ru_identitylink l
        where l.task_id_ = t.id_ and l.type_ = 'candidate'
          and (l.user_id_ = me.username
            or l.group_id_ in (select r.role from account_role r where r.username = me.username))))
    where case when t.category_ = 'decision'
      then not is_party(c.case_no, person) and not is_party(c.case_no, me.username)
      else me.via is null end
    union all
    select task_id, null, true, true from added_approver where username = person and agrees is null
  ) found
  order by found.id_, found.is_agreement, found.via nulls first
$$;
