-- A backtest on a simulated world keeps how much of the knowable its models found.

alter table backtest_run add column knowable jsonb;
comment on column backtest_run.knowable is 'Figures of the oracle on the same pairs and each model''s share of them; null unless it was judged beside the truth of a simulated world';
