-- Where a notice leads in place of its case, which it then does not open to whoever is told.
alter table notice add column path text;
