-- Sessions: signed-in accounts of one's own, and how each stands. Their cookies are in vault_entry, encrypted.

create table session (
    tenant_id     uuid not null default current_tenant() references tenant,
    name          text not null,
    page          text not null,
    user_agent    text,
    proxy         text,
    state         text not null check (state in ('HEALTHY', 'COOLING_DOWN', 'CHALLENGED', 'EXPIRED', 'REFUSED', 'PAUSED')),
    since         timestamptz not null,
    until         timestamptz,
    reason        text,
    cookies       integer not null check (cookies >= 0),
    cookies_until timestamptz,
    added_at      timestamptz not null,
    last_visit_at timestamptz,
    primary key (tenant_id, name),
    check (state <> 'COOLING_DOWN' or until is not null)
);
comment on table session is 'A signed-in account of one''s own whose pages are captured; its cookies are in vault_entry';
comment on column session.tenant_id is 'Owner of the row · surrogate';
comment on column session.name is 'By which people call it';
comment on column session.page is 'Page of the Creator Center that is opened';
comment on column session.user_agent is 'What its browser says of itself; null for the browser''s own';
comment on column session.proxy is 'Server of its proxy, without user and password; null for none';
comment on column session.state is 'HEALTHY, or why it is not used: COOLING_DOWN, CHALLENGED, EXPIRED, REFUSED, PAUSED';
comment on column session.since is 'Since when it stands so, UTC · run time';
comment on column session.until is 'Until when it cools down, UTC; null where it does not · run time';
comment on column session.reason is 'What the site asked for or said; null where there is no reason';
comment on column session.cookies is 'How many cookies it has';
comment on column session.cookies_until is 'When its sign-in ends by its cookies, UTC; null where they do not say';
comment on column session.added_at is 'When it was added, UTC · run time';
comment on column session.last_visit_at is 'When its page was last opened, UTC; null before the first time · run time';

call close_to_other_tenants('session');
