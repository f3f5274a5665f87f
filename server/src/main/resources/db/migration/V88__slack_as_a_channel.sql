-- Channels of Slack beside mail and webhooks. Their addresses and tokens are in vault_entry, as the others'.

alter table notice_channel drop constraint notice_channel_kind_check;
alter table notice_channel add constraint notice_channel_kind_check check (kind in ('MAIL', 'WEBHOOK', 'SLACK'));
comment on column notice_channel.kind is 'MAIL, WEBHOOK or SLACK';
