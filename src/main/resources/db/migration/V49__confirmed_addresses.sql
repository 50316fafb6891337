-- Nothing is mailed to an address until whoever gave it has entered the code that was sent there.
alter table mail_choice add column confirmed_at timestamptz;

-- Codes of the last day, by which they are counted; the last one of a person is the one that holds.
create table mail_code (
  id bigint generated always as identity primary key,
  username text collate "C" not null references account,
  address text not null,
  hash bytea not null,
  sent_at timestamptz not null,
  tries int not null default 0,
  is_used boolean not null default false
);
create index on mail_code (username, id desc);
