-- Who was asked to write along: an address and a right, until somebody accepts or the leader takes it back.
create table member_invitations (
  id integer primary key,
  application_id integer not null references applications (id),
  email text not null,
  may text not null check (may in ('read', 'edit', 'submit')),
  link_id integer not null unique references sign_in_links (id),
  invited_at text not null,
  invited_by integer not null references people (id),
  accepted_at text,
  accepted_by integer references people (id),
  cancelled_at text,
  check ((accepted_at is null) = (accepted_by is null)),
  check (accepted_at is null or cancelled_at is null)
) strict;
create index member_invitations_of_application on member_invitations (application_id, id);
create trigger member_invitations_over before update on member_invitations
when old.accepted_at is not null or old.cancelled_at is not null or new.application_id <> old.application_id or new.email <> old.email
  or new.may <> old.may or new.link_id <> old.link_id or new.invited_at <> old.invited_at or new.invited_by <> old.invited_by
begin select raise(abort, 'invitation_is_over'); end;
