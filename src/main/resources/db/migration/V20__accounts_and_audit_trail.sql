-- Who may sign in, and as what. How they prove who they are is kept apart: only the sign-in reads it.

create table account (
  username text collate "C" primary key check (username ~ '^[a-z0-9][a-z0-9._-]{0,39}$'),
  name text not null check (name <> ''),
  employee_no text collate "C" unique,
  language text not null default '' check (language in ('', 'zh-Hant', 'zh-Hans', 'en')),
  is_active boolean not null default true,
  created_at timestamptz not null default clock_timestamp()
);

create table account_role (
  username text collate "C" not null references account,
  role text not null,
  primary key (username, role)
);
create index on account_role (role);

create table account_password (
  username text collate "C" primary key references account,
  hash text not null,
  must_change boolean not null,
  changed_at timestamptz not null default clock_timestamp()
);

-- Refused sign-ins by account and address, so that guessing slows the guesser down and nobody else.
create table sign_in_failure (
  username text collate "C" not null,
  address text collate "C" not null,
  failures int not null,
  last_at timestamptz not null default clock_timestamp(),
  primary key (username, address)
);
create index on sign_in_failure (last_at);

-- The trail of what people did. Each entry holds the hash of the one before it, so that a change, a gap or an
-- insertion shows; the database itself refuses to change entries.

create table audit_entry (
  id bigint primary key,
  at timestamptz not null,
  actor text not null,
  on_behalf_of text not null,
  action text not null,
  subject text not null,
  details jsonb not null,
  previous_hash bytea not null,
  hash bytea not null
);
create index on audit_entry (subject, id);

create function audit_hash(entry audit_entry) returns bytea language sql immutable
return sha256(convert_to(
  jsonb_build_array(
    entry.id, entry.at at time zone 'UTC', entry.actor, entry.on_behalf_of, entry.action, entry.subject, entry.details,
    encode(entry.previous_hash, 'hex'))::text,
  'UTF8'));

-- One after another: whoever appends waits for the transaction that appended before.
create function audit_append() returns trigger language plpgsql as $$
declare
  last audit_entry;
begin
  perform pg_advisory_xact_lock(hashtext('audit_entry'));
  select * into last from audit_entry order by id desc limit 1;
  new.id := coalesce(last.id, 0) + 1;
  new.at := clock_timestamp();
  new.previous_hash := coalesce(last.hash, '\x');
  new.hash := audit_hash(new);
  return new;
end $$;
create trigger audit_append before insert on audit_entry for each row execute function audit_append();

create function audit_refuse() returns trigger language plpgsql as $$
begin
  raise exception 'The audit trail is only ever added to';
end $$;
create trigger audit_refuse_change before update or delete on audit_entry
  for each row execute function audit_refuse();
create trigger audit_refuse_truncate before truncate on audit_entry
  for each statement execute function audit_refuse();
