-- The end of a run is that of settling it. Reopening its month used to move it.
update close_run r set ended_at = (
  select min(at) from pay_month_event e where e.run_id = r.id and e.event in ('published', 'blocked'))
where r.state = 'undone';
