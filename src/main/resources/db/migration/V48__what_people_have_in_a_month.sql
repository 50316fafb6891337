-- How many shifts and punches a person has in a month, given by its first day. There are millions of them, so they are
-- counted as they come: what is new is added, and who is touched by any other change is counted again.
create table books.person_month (
  month date not null, employee_no text collate "C" not null,
  shifts int not null default 0, punches int not null default 0, last_punch date,
  primary key (month, employee_no)
);

create function books.count_shifts() returns trigger language plpgsql as $$
begin
  if tg_op = 'TRUNCATE' then
    update books.person_month set shifts = 0;
  elsif tg_op = 'INSERT' then
    insert into books.person_month as kept (month, employee_no, shifts)
    select date_trunc('month', date::timestamp)::date as month, employee_no, count(*) from changed group by 1, 2 order by 1, 2
    on conflict (month, employee_no) do update set shifts = kept.shifts + excluded.shifts;
  else
    insert into books.person_month as kept (month, employee_no, shifts)
    select touched.month, touched.employee_no, counted.shifts
    from (select distinct date_trunc('month', date::timestamp)::date as month, employee_no from changed order by 1, 2) touched
    cross join lateral (
      select count(*) as shifts from books.rostered_shift s
      where s.employee_no = touched.employee_no
        and s.date >= touched.month and s.date < touched.month + interval '1 month') counted
    on conflict (month, employee_no) do update set shifts = excluded.shifts;
  end if;
  return null;
end
$$;

create function books.count_punches() returns trigger language plpgsql as $$
begin
  if tg_op = 'TRUNCATE' then
    update books.person_month set punches = 0, last_punch = null;
  elsif tg_op = 'INSERT' then
    insert into books.person_month as kept (month, employee_no, punches, last_punch)
    select date_trunc('month', at)::date as month, employee_no, count(*), max(at)::date
    from changed group by 1, 2 order by 1, 2
    on conflict (month, employee_no) do update
      set punches = kept.punches + excluded.punches, last_punch = greatest(kept.last_punch, excluded.last_punch);
  else
    insert into books.person_month as kept (month, employee_no, punches, last_punch)
    select touched.month, touched.employee_no, counted.punches, counted.last_punch
    from (select distinct date_trunc('month', at)::date as month, employee_no from changed order by 1, 2) touched
    cross join lateral (
      select count(*) as punches, max(at)::date as last_punch from books.punch p
      where p.employee_no = touched.employee_no
        and p.at >= touched.month and p.at < touched.month + interval '1 month') counted
    on conflict (month, employee_no) do update set punches = excluded.punches, last_punch = excluded.last_punch;
  end if;
  return null;
end
$$;

do $$
declare
  counted record;
begin
  for counted in select * from (values ('rostered_shift', 'count_shifts'), ('punch', 'count_punches')) as tables (name, counter)
  loop
    execute format(
      'create trigger count_truncated after truncate on books.%1$I
       for each statement execute function books.%2$I()', counted.name, counted.counter);
    execute format(
      'create trigger count_inserted after insert on books.%1$I referencing new table as changed
       for each statement execute function books.%2$I()', counted.name, counted.counter);
    execute format(
      'create trigger count_deleted after delete on books.%1$I referencing old table as changed
       for each statement execute function books.%2$I()', counted.name, counted.counter);
    execute format(
      'create trigger count_before after update on books.%1$I referencing old table as changed
       for each statement execute function books.%2$I()', counted.name, counted.counter);
    execute format(
      'create trigger count_after after update on books.%1$I referencing new table as changed
       for each statement execute function books.%2$I()', counted.name, counted.counter);
  end loop;
end
$$;

insert into books.person_month (month, employee_no, shifts)
select date_trunc('month', date::timestamp)::date, employee_no, count(*) from books.rostered_shift group by 1, 2;

insert into books.person_month (month, employee_no, punches, last_punch)
select date_trunc('month', at)::date, employee_no, count(*), max(at)::date from books.punch group by 1, 2
on conflict (month, employee_no) do update set punches = excluded.punches, last_punch = excluded.last_punch;

analyze books.person_month;
