-- A notice is of a case, which it opens, or of something else: then it says itself what about and where it leads.
alter table notice
  alter column case_no drop not null,
  add column summary_key text,
  add column summary_arguments text[];

update notice n set summary_key = c.summary_key, summary_arguments = c.summary_arguments, case_no = null
from work_case c where c.case_no = n.case_no and n.path is not null;

alter table notice add check (case when case_no is null
  then num_nulls(path, summary_key, summary_arguments) = 0 else num_nonnulls(path, summary_key, summary_arguments) = 0 end);
