-- Who does without the keyboard shortcuts of the queue.
create table without_shortcuts (
  username text collate "C" primary key references account
);
