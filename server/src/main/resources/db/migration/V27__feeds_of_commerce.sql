-- Sources of ads, of results of ads and of orders are watched as others are.

alter table watch drop constraint watch_feed_check;
alter table watch add constraint watch_feed_check
    check (feed in ('hashtag', 'creator', 'sound', 'keyword', 'video', 'ads', 'results', 'orders'));
comment on column watch.feed is 'What is asked for: posts of a hashtag, creator, sound or keyword, one video, ads by words, results of an advertiser''s ads, or orders of a shop';
