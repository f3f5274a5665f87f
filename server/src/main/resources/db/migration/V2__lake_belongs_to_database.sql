-- A random identity of this database, the same in its backups, by which a lake folder tells whose files it holds.
do $$
begin
    execute format('create function lake_owner() returns uuid language sql immutable parallel safe return %L::uuid',
        gen_random_uuid());
end $$;
revoke execute on function lake_owner() from public;
comment on function lake_owner() is 'Identity of this database, kept beside the lake folder whose files it knows.';
