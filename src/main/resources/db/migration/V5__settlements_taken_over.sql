-- What a settlement rests on, as a hash, so that the next attempt settles only those for whom it differs. A settlement
-- from before has none and is never taken over.

alter table settlement add column basis text;
alter table settlement add column taken_over boolean not null default false;
alter table close_run add column predecessor bigint references close_run;
