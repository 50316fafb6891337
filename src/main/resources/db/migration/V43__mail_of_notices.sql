-- How somebody wants to be told by mail; who is not here is told in the application only.
create table mail_choice (
  username text collate "C" primary key references account,
  way text not null check (way in ('EACH', 'DAILY')),
  address text not null,
  since timestamptz not null,
  last_digest date
);

-- A mail with notices. It goes out at least once, each time under the same id, by which a mail server knows it again.
create table notice_mail (
  id bigint generated always as identity primary key,
  message_id uuid not null default gen_random_uuid(),
  username text collate "C" not null references account,
  attempts int not null default 0,
  next_at timestamptz,
  sent_at timestamptz
);
create index on notice_mail (next_at) where next_at is not null;

alter table notice drop column mailed_at;
alter table notice add column mail bigint references notice_mail;
create index on notice (mail) where mail is not null;
create index on notice (username) where read_at is null;
