package dev.upswell.server.setting;

import dev.upswell.server.store.StoreSettings;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Every setting that a user can make, with its default and what it means; `docs/settings.md` is generated from here.
public enum Setting {
    TENANT("tenant", "default", ".+", "The tenant (brand or client) whose data a command or server works on."),
    SERVER_PORT("server.port", "8080", "\\d{1,4}|[1-5]\\d{4}|6[0-4]\\d{3}|65[0-4]\\d\\d|655[0-2]\\d|6553[0-5]",
            "The TCP port of the web server; 0 takes any free one."),
    SERVER_ADDRESS("server.address", "127.0.0.1", ".+",
            "The address to listen on. Another than loopback is accepted once a password is set (`upswell password set`); put a proxy with TLS in front, for the server itself speaks plain HTTP."),
    SERVER_NAMES("server.names", "", "([A-Za-z0-9.\\[\\]:-]+( *, *[A-Za-z0-9.\\[\\]:-]+)*)?",
            "Names, separated by commas, under which people and programs reach the server beside `localhost` and the address that it listens on, such as `upswell.example.org`; requests under another name are refused. It says that others reach the server, so a password has to be set."),
    SERVER_HTTPS("server.https", "false", "true|false",
            "`true` says that a proxy with TLS stands in front, on this machine or in its private network: a password has to be set, cookies then go by https only, browsers stay with https, and the address that a request came from is taken from the proxy's `X-Forwarded-For`."),
    SERVER_LARGEST_BODY_KB("server.largest-body-kb", "2000", "[1-9]\\d{1,5}",
            "The longest body that a request may bring, in thousands of bytes; a longer one is answered 413. Files have their own limit (500 MB), and so have rows of creators (10 MB)."),
    SERVER_TENANTS("server.tenants", "", "(all|[a-z0-9][a-z0-9-]{0,62}( *, *[a-z0-9][a-z0-9-]{0,62})*)?",
            "Which other tenants this server lets people and programs into, and whose agents work here: names separated by commas, or `all`, also those that are added later; empty serves `tenant` alone."),
    ACCESS_SESSION_HOURS("access.session-hours", "12", "[1-9]|[1-9]\\d|[1-6]\\d\\d|7[01]\\d|720",
            "Hours after which people have to sign in again, at most 720."),
    ACCESS_IDLE_HOURS("access.idle-hours", "4", "[1-9]|[1-9]\\d|[1-6]\\d\\d|7[01]\\d|720",
            "Hours after which a sign-in ends that nobody used, at most 720; where it is longer than `access.session-hours`, that ends it first."),
    OIDC_URL("oidc.url", "", "(" + Setting.PROVIDER + ")?",
            "The provider (OpenID Connect) by which people of companies sign in, as it writes itself as the issuer of its tokens, to the letter; http only on this machine; empty for none."),
    OIDC_CLIENT_ID("oidc.client-id", "", "[^\\p{Cntrl}]*", "The id under which that provider knows Upswell."),
    OIDC_CLIENT_SECRET("oidc.client-secret", "", ".*",
            "That client's secret, best put into the vault (`keys set oidc.client-secret`); empty for a public client."),
    OIDC_NAME("oidc.name", "", "[^\\p{Cntrl}]{0,60}",
            "What the button at the sign-in says of it, such as the company's name."),
    OIDC_SCOPES("oidc.scopes", "openid profile email", "([!-~]+ )*openid( [!-~]+)*",
            "What is asked for, separated by blanks; some providers tell groups only where `groups` is among them."),
    OIDC_GROUPS_CLAIM("oidc.groups-claim", "groups", "[^\\p{Cntrl}]+",
            "The claim of its ID tokens that lists somebody's groups."),
    OIDC_ROLES("oidc.roles", "",
            "([^,=]+(=[^,=]+)*=([a-z0-9-]+/)?(owner|executive|analyst|planner|creator|affiliate|client|admin)( *, *|$))*",
            "Which group has which role: `GROUP=ROLE` for `tenant`, `GROUP=TENANT/ROLE` for another, separated by commas; of several the first counts. Who is in none of them does not come in."),
    STORE_URL("store.url", "", "(jdbc:postgresql:.+)?",
            "JDBC address of an external PostgreSQL 15 or newer; empty starts the embedded one in the data folder."),
    STORE_USER("store.user", "", ".*", "The external PostgreSQL's user that owns the schema and runs migrations."),
    STORE_PASSWORD("store.password", "", ".*", "That user's password."),
    STORE_APP_PASSWORD("store.app-password", "", ".*",
            "Password of the role `upswell_app`, which serves all requests and cannot bypass row-level security."),
    VAULT_MASTER_KEY("vault.master-key", "", ".*",
            "What seals the secrets that Upswell keeps: Base64 of 32 random bytes, for example of `openssl rand -base64 32`, best given in the environment; empty takes the one in `vault/master.key` of the data folder, which is made when it is first needed."),
    VAULT_FORMER_MASTER_KEYS("vault.former-master-keys", "", ".*",
            "Master keys that were set before, separated by commas: they still open what they sealed, until `upswell keys rotate` has sealed it anew."),
    VAULT_HASHICORP_URL("vault.hashicorp.url", "", "(" + Setting.PROVIDER + ")?",
            "A HashiCorp Vault that keeps the master key in place of the data folder, such as `https://vault.example.org:8200`; http only on this machine; empty for none. `vault.master-key` wins over it."),
    VAULT_HASHICORP_PATH("vault.hashicorp.path", "secret/upswell", "[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)+",
            "Where it keeps it: the mount of a secrets engine KV of version 2, and a path below it that is Upswell's alone."),
    VAULT_HASHICORP_TOKEN("vault.hashicorp.token", "", "[^\\s\\p{Cntrl}]*",
            "A token of that Vault, best given in the environment; whoever made it renews it. Empty comes in by the AppRole."),
    VAULT_HASHICORP_ROLE("vault.hashicorp.role", "", "[^\\s\\p{Cntrl}]*",
            "The role id of an AppRole at `auth/approle`, by which Upswell asks for tokens itself."),
    VAULT_HASHICORP_ROLE_SECRET("vault.hashicorp.role-secret", "", "[^\\s\\p{Cntrl}]*",
            "A secret id of that AppRole, best given in the environment."),
    VAULT_HASHICORP_NAMESPACE("vault.hashicorp.namespace", "", "[A-Za-z0-9_./-]*",
            "The namespace, where that Vault has any (Enterprise edition)."),
    VAULT_HASHICORP_AUTHORITIES("vault.hashicorp.authorities", "", ".*",
            "A PEM file with the certificates of the authorities that vouch for that Vault; empty takes those that Java trusts."),
    LAKE_FOLDER("lake.folder", "", ".*",
            "Where the lake files lie; empty keeps them in the data folder. Servers with data folders of their own that share one external PostgreSQL must share this folder."),
    LAKE_MEMORY_MB("lake.memory-mb", String.valueOf(StoreSettings.USUAL_LAKE_MEMORY_MB), "[1-9]\\d{2,5}",
            "Memory that one reading or writing of the lake may use before it spills to disk, in MB; at least 100."),
    AGENTS_LEASE_SECONDS("agents.lease-seconds", "30", "[5-9]|[1-9]\\d{1,2}",
            "Seconds after which other servers on the same store take over what a server that fell silent had begun; at least 5. A shorter time risks that work is begun twice when a machine halts for a moment; the second is then refused."),
    FORECAST_EVERY_HOURS("forecast.every-hours", "24", "1|2|3|4|6|8|12|24",
            "Hours between the cuts at which surge models learn and are judged."),
    FORECAST_MIN_ELIGIBLE("forecast.min-eligible", "60", "\\d{1,6}",
            "Cuts with fewer eligible entities than this are left out of training and judging."),
    FORECAST_TASKS("forecast.tasks", "hashtag/24h",
            "(hashtag|sound|video|creator)/(6|12|24|48)h(, *(hashtag|sound|video|creator)/(6|12|24|48)h)*",
            "What the server trains and predicts by itself, separated by commas, such as `hashtag/24h, video/24h`; each costs one training a week and one prediction for each new data."),
    FORECAST_TRAINING_DAYS("forecast.training-days", "0", "\\d{1,4}",
            "How many days before it a training learns from; 0 learns from everything that is known, however old. A short window follows a changed market sooner and knows fewer surges."),
    FORECAST_NETWORK("forecast.network", "challenger", "challenger|compared|off",
            "What becomes of the recurrent network and of its blend with the boosted trees, where the optional part `sequence` is installed: `challenger` trains them with each training and lets them predict in shadow and come to serve like any model, `compared` trains them to be looked at, `off` does not train them."),
    FORECAST_TUNED_SETTINGS("forecast.tuned-settings", "used", "used|ignored",
            "Whether trainings use the trainer settings that `upswell tune` found to be better, or always the usual ones."),
    FORECAST_MONOTONE("forecast.monotone", "false", "true|false",
            "`true` holds boosted trees, the usual ones and those of the ensemble, to what is known of directions: the odds never fall as a feature rises of which `docs/features.md` says so, and never rise with the others named there. On the real series it made no difference that could be told from chance; `upswell tune` tries it too."),
    FORECAST_LEAVE_OUT_BOOSTED("forecast.leave-out-boosted", "false", "true|false",
            "`true` keeps trainings, backtests' too, and searches for settings from learning of outcomes that are flagged as possibly bought growth, as far as metrics were computed; what is predicted and judged stays the same."),
    REGISTRY_SHADOW_HOURS("registry.shadow-hours", "168", "[1-9]\\d{0,3}",
            "Hours, in the time of the data, that a new model predicts unseen beside the serving one before it is judged."),
    REGISTRY_SHADOW_CUTS("registry.shadow-cuts", "5", "[1-9]\\d{0,3}",
            "Cuts with known outcomes that this judgement needs; with fewer the model stays in shadow, four periods at most."),
    REGISTRY_SHADOW_SURGES("registry.shadow-surges", "20", "[1-9]\\d{0,4}",
            "Surges among these cuts that the judgement needs."),
    REGISTRY_APPROVAL("registry.approval", "none", "none|asked",
            "`asked` lets a model that met the rule wait until a person approves it; `none` promotes it at once."),
    REGISTRY_REFRESH_MARGIN_PERCENT("registry.refresh-margin-percent", "0", "\\d|[1-4]\\d",
            "A model that differs only in knowing more recent data also takes over when the interval of the difference says that it loses less than this many percent of PR-AUC; 0 asks every model for a gain of 5 %."),
    REGISTRY_ROLLBACK_HOURS("registry.rollback-hours", "48", "\\d{1,4}",
            "Hours, in the time of the data, that a promoted model may stay below 90 % of the live PR-AUC of the one before it; then that one serves again."),
    WORDING_PURPOSES("wording.purposes", "",
            "((all|theme-label|narrative|risk-flag|collision|counterfactual|error-analysis|taxonomy|category-words|queries|profile-reason|intent|answer)=(anthropic|openai|compatible)(\\+(anthropic|openai|compatible))*( *, *(all|theme-label|narrative|risk-flag|collision|counterfactual|error-analysis|taxonomy|category-words|queries|profile-reason|intent|answer)=(anthropic|openai|compatible)(\\+(anthropic|openai|compatible))*)*)?",
            "Which language models put what into words, as `purpose=provider`, separated by commas, with `+` before one that is asked when the first fails: `narrative=anthropic+openai, answer=compatible`; `all` stands for every purpose that is not named. Empty asks none: templates write."),
    WORDING_PRICES("wording.prices", "",
            "([^=,\\s]+=\\d+(\\.\\d+)?/\\d+(\\.\\d+)?( *, *[^=,\\s]+=\\d+(\\.\\d+)?/\\d+(\\.\\d+)?)*)?",
            "What models cost for a million tokens of questions and of answers, such as `claude-sonnet-5=3/15, gpt-5-mini=0.25/2`, all in one currency; a model without a price is not asked, one of your own costs `0/0`."),
    WORDING_CURRENCY("wording.currency", "USD", "[A-Z]{3}",
            "The currency of these prices, as three letters: how costs are marked; nothing is converted."),
    WORDING_DAILY_CEILING("wording.daily-ceiling", "0", "\\d{1,6}(\\.\\d{1,6})?",
            "What this tenant spends on language models in a day (UTC) at most, in the currency of the prices; 0 lets only models be asked that cost nothing."),
    WORDING_MAX_TOKENS("wording.max-tokens", "4000", "[1-9]\\d{1,5}",
            "Tokens that an answer of a language model may have."),
    WORDING_RETRIES("wording.retries", "3", "\\d|10",
            "How often a model that was busy or failed is asked again before the next one is."),
    WORDING_AT_ONCE("wording.at-once", "5", "[1-9]\\d?", "Questions to language models under way at once."),
    WORDING_TIMEOUT_SECONDS("wording.timeout-seconds", "30", "[1-9]\\d?|[1-5]\\d\\d|600",
            "Seconds from a question to the last byte of its answer."),
    WORDING_ANTHROPIC_URL("wording.anthropic.url", "https://api.anthropic.com/v1", Setting.PROVIDER,
            "Where Anthropic is asked: an https address without user, `?` or `#`; http only on this machine."),
    WORDING_ANTHROPIC_KEY("wording.anthropic.key", "", ".*",
            "Key for Anthropic, best put into the vault (`keys set wording.anthropic.key`); empty leaves it out."),
    WORDING_ANTHROPIC_MODEL("wording.anthropic.model", "", "[^,=\\s]*",
            "The model that is asked there, such as `claude-sonnet-5`; empty leaves it out."),
    WORDING_OPENAI_URL("wording.openai.url", "https://api.openai.com/v1", Setting.PROVIDER,
            "Where OpenAI is asked: an https address without user, `?` or `#`; http only on this machine."),
    WORDING_OPENAI_KEY("wording.openai.key", "", ".*",
            "Key for OpenAI, best put into the vault (`keys set wording.openai.key`); empty leaves it out."),
    WORDING_OPENAI_MODEL("wording.openai.model", "", "[^,=\\s]*",
            "The model that is asked there, such as `gpt-5-mini`; empty leaves it out."),
    WORDING_COMPATIBLE_URL("wording.compatible.url", "", "(https?://[^/@?#]+(/[^@?#]*)?)?",
            "A server of your own that speaks OpenAI's chat completions, such as `http://localhost:11434/v1`; it may stand in a private network, because you name it here. Empty leaves it out."),
    WORDING_COMPATIBLE_KEY("wording.compatible.key", "", ".*", "Key for that server, where it wants one."),
    WORDING_COMPATIBLE_MODEL("wording.compatible.model", "", "[^,=\\s]*",
            "The model that is asked there; empty leaves it out."),
    TEXTS_NAMED_FROM("texts.named-from", "10000", "\\d{1,9}",
            "How many followers a collected creator has at least, as last read, to be named in narratives and among what captions name: who has fewer, or of whom no number is known, is no public figure. 0 names everybody whose videos are collected."),
    NARRATIVES_ENTITIES("narratives.entities", "10", "\\d{1,3}",
            "Of how many hashtags, sounds and videos, each, narratives are made every 6 hours, those that move most first; 0 makes none by itself."),
    NARRATIVES_LANGUAGES("narratives.languages", "en, id", "(en|id)( *, *(en|id))*",
            "In which languages narratives are written: `en`, `id` or both, the first being the one that pages show. Each language is a text of its own, which a language model is paid for."),
    REPORTS_LANGUAGE("reports.language", "en", "en|id",
            "In which language the reports of days, weeks and months are made: `en` or `id`."),
    ENSEMBLEDATA_URL("ensembledata.url", "https://ensembledata.com/apis", Setting.PROVIDER,
            "Where EnsembleData is asked: an https address without user, `?` or `#`; http only on this machine, where `upswell sandbox` answers."),
    ENSEMBLEDATA_TOKEN("ensembledata.token", "", ".*", "Token for EnsembleData; empty leaves it out."),
    ENSEMBLEDATA_UNITS_PER_DAY("ensembledata.units-per-day", "50", "[1-9]\\d{0,8}",
            "Units that this tenant may spend at EnsembleData from 00:00 UTC to the next, at most those of the plan; tenants that share a token share the plan, so give each its part."),
    TIKTOK_RESEARCH_URL("tiktok-research.url", "https://open.tiktokapis.com", Setting.PROVIDER,
            "Where TikTok's Research API is asked: an https address without user, `?` or `#`; http only on this machine."),
    TIKTOK_RESEARCH_CLIENT_KEY("tiktok-research.client-key", "", ".*",
            "Client key for the Research API, which is for researchers only; empty leaves it out."),
    TIKTOK_RESEARCH_CLIENT_SECRET("tiktok-research.client-secret", "", ".*", "That client's secret."),
    TIKTOK_RESEARCH_REQUESTS_PER_DAY("tiktok-research.requests-per-day", "1000", "[1-9]\\d{0,8}",
            "Requests that this tenant may make of the Research API from 00:00 UTC to the next, at most those of its terms; tenants that share a client share them, so give each its part."),
    API23_URL("api23.url", "https://tiktok-api23.p.rapidapi.com", Setting.PROVIDER,
            "Where a relay in the manner of api23 is asked: an https address without user, `?` or `#`; http only on this machine."),
    API23_KEY("api23.key", "", ".*", "RapidAPI key for that relay; empty leaves it out."),
    API23_REQUESTS_PER_DAY("api23.requests-per-day", "3", "[1-9]\\d{0,8}",
            "Requests that this tenant may make of that relay from 00:00 UTC to the next: the plan's number a month by 31, here of the plan with a hundred."),
    API23_REQUESTS_PER_MINUTE("api23.requests-per-minute", "16", "[1-9]\\d{0,5}",
            "Requests of that relay in any minute, as the plan allows."),
    APIFY_URL("apify.url", "https://api.apify.com/v2", Setting.PROVIDER,
            "Where Apify is asked: an https address without user, `?` or `#`; http only on this machine."),
    APIFY_TOKEN("apify.token", "", ".*", "Token for Apify; empty leaves it out."),
    APIFY_ACTOR("apify.actor", "clockworks~tiktok-scraper", "[A-Za-z0-9._-]+([~/][A-Za-z0-9._-]+)?",
            "The program that Apify runs: `user~name` or its id. It must take the input of `clockworks~tiktok-scraper`."),
    APIFY_RESULTS("apify.results", "50", "[1-9]\\d{0,3}",
            "Items wanted of a visit; of hashtags and searches thrice as many are asked for, 800 at most, because they cannot be sorted by date."),
    APIFY_DAYS("apify.days", "30", "[1-9]\\d{0,3}",
            "Items that were posted longer ago than so many days are left out."),
    APIFY_CENTS_PER_RUN("apify.cents-per-run", "100", "[1-9]\\d{0,6}",
            "US cents that a run may charge at most; Apify is told and ends a run that reaches it."),
    APIFY_CENTS_PER_DAY("apify.cents-per-day", "500", "[1-9]\\d{0,8}",
            "US cents that this tenant may spend at Apify from 00:00 UTC to the next; at least those of a run."),
    TIKTOK_DISPLAY_URL("tiktok-display.url", "https://open.tiktokapis.com", Setting.PROVIDER,
            "Where TikTok's Display API is asked: an https address without user, `?` or `#`; http only on this machine."),
    TIKTOK_DISPLAY_CLIENT_KEY("tiktok-display.client-key", "", ".*",
            "Client key of your app at TikTok for developers; empty leaves the Display API out."),
    TIKTOK_DISPLAY_CLIENT_SECRET("tiktok-display.client-secret", "", ".*", "That app's secret."),
    TIKTOK_DISPLAY_REFRESH_TOKEN("tiktok-display.refresh-token", "", ".*",
            "Refresh token with which the account's owner let that app in, with the scopes user.info.profile, user.info.stats and video.list. It changes with use: put it into the vault (`keys set`), where the new one is kept."),
    TIKTOK_ADS_LIBRARY_URL("tiktok-ads-library.url", "https://open.tiktokapis.com", Setting.PROVIDER,
            "Where TikTok's Commercial Content API is asked: an https address without user, `?` or `#`; http only on this machine."),
    TIKTOK_ADS_LIBRARY_CLIENT_KEY("tiktok-ads-library.client-key", "", ".*",
            "Client key for the Commercial Content API; empty leaves it out."),
    TIKTOK_ADS_LIBRARY_CLIENT_SECRET("tiktok-ads-library.client-secret", "", ".*", "That client's secret."),
    TIKTOK_ADS_LIBRARY_COUNTRY("tiktok-ads-library.country", "ALL", "ALL|[A-Z]{2}",
            "Country whose ads are searched, ISO 3166, or `ALL`; the library has those shown in Europe."),
    TIKTOK_ADS_LIBRARY_REQUESTS_PER_DAY("tiktok-ads-library.requests-per-day", "500", "[1-9]\\d{0,8}",
            "Requests that this tenant may make of the Commercial Content API from 00:00 UTC to the next."),
    TIKTOK_BUSINESS_URL("tiktok-business.url", "https://business-api.tiktok.com", Setting.PROVIDER,
            "Where TikTok's advertising reports are asked for: an https address without user, `?` or `#`; http only on this machine."),
    TIKTOK_BUSINESS_ACCESS_TOKEN("tiktok-business.access-token", "", ".*",
            "Access token for the Marketing API; empty leaves it out."),
    TIKTOK_BUSINESS_DAYS("tiktok-business.days", "7", "[3-9]|[12]\\d|30",
            "Days that each visit asks for again, at least 3 because the last ones are still corrected."),
    TIKTOK_BUSINESS_REQUESTS_PER_DAY("tiktok-business.requests-per-day", "1000", "[1-9]\\d{0,8}",
            "Requests that this tenant may make of the Marketing API from 00:00 UTC to the next."),
    TIKTOK_SHOP_URL("tiktok-shop.url", "https://open-api.tiktokglobalshop.com", Setting.PROVIDER,
            "Where TikTok Shop is asked: an https address without user, `?` or `#`; http only on this machine."),
    TIKTOK_SHOP_APP_KEY("tiktok-shop.app-key", "", ".*", "Key of your app at TikTok Shop; empty leaves it out."),
    TIKTOK_SHOP_APP_SECRET("tiktok-shop.app-secret", "", ".*", "That app's secret, with which requests are signed."),
    TIKTOK_SHOP_ACCESS_TOKEN("tiktok-shop.access-token", "", ".*",
            "Access token with which the seller let that app in; it lasts some days and is not renewed by Upswell."),
    TIKTOK_SHOP_DAYS("tiktok-shop.days", "7", "[1-9]|[1-8]\\d|90",
            "Days whose changed orders each visit asks for."),
    TIKTOK_SHOP_REQUESTS_PER_DAY("tiktok-shop.requests-per-day", "1000", "[1-9]\\d{0,8}",
            "Requests that this tenant may make of TikTok Shop from 00:00 UTC to the next."),
    BROWSER_CHROMIUM("browser.chromium", "", ".*",
            "Path of the Chromium or Chrome that captures pages of sessions, where the optional part `browser` is installed; empty takes one of the usual paths."),
    SESSION_COOL_DOWN_MINUTES("session.cool-down-minutes", "60", "[1-9]\\d{0,3}",
            "Minutes that a session rests at least when its site asks for time."),
    NETWORK_PRIVATE_HOSTS("network.private-hosts", "",
            "(" + Setting.PRIVATE_HOST + "( *, *" + Setting.PRIVATE_HOST + ")*)?",
            "Hosts inside a private network to which addresses that people give (pages of sessions, their proxies, webhooks) may lead, separated by commas: names, addresses, ranges such as `10.1.0.0/16`, or `all`. Addresses of services in these settings need no mention."),
    MAIL_HOST("mail.host", "", "[A-Za-z0-9._:\\[\\]-]{0,253}",
            "The mail server (SMTP) that takes mails with notices, such as `smtp.example.org`; empty sends none."),
    MAIL_PORT("mail.port", "587", "[1-9]\\d{0,3}|[1-5]\\d{4}|6[0-4]\\d{3}|65[0-4]\\d\\d|655[0-2]\\d|6553[0-5]",
            "Its TCP port: 587 goes with `starttls`, 465 with `tls`."),
    MAIL_SECURITY("mail.security", "starttls", "starttls|tls|none",
            "How the way to it is protected: `starttls` goes on by TLS before anything is said, or not at all; `tls` speaks TLS from the first byte; `none` is for relays that ask for no password, or stand on this machine."),
    MAIL_USER("mail.user", "", "[^\\p{Cntrl}]*", "User at the mail server; empty where it asks for none."),
    MAIL_PASSWORD("mail.password", "", ".*",
            "That user's password; better put into the vault (`keys set mail.password`)."),
    MAIL_FROM("mail.from", "", "([^\\s@<>]+@[^\\s@<>]+)?",
            "The address that mails come from; empty takes `mail.user`, where that is an address."),
    RETENTION_RAW_DAYS("retention.raw-days", "30", "[1-9]\\d{0,3}",
            "Days that raw answers of providers and the texts of quarantined rows are kept; a policy may allow fewer."),
    RETENTION_AGGREGATE_DAYS("retention.aggregate-days", "365", "[3-9]\\d|[1-9]\\d{2,3}",
            "Days, from their computation, that metrics, feature vectors and daily figures are kept; at least 30."),
    RETENTION_PREDICTION_DAYS("retention.prediction-days", "180", "[3-9]\\d|[1-9]\\d{2,3}",
            "Days that predictions and what came of them are kept; at least 30."),
    RETENTION_LOG_DAYS("retention.log-days", "90", "[7-9]|[1-9]\\d{1,3}",
            "Days that requests, events, ended visits, dead letters and the audit trail are kept; at least 7."),
    RETENTION_READING_DAYS("retention.reading-days", "0", "0|[3-9]\\d|[1-9]\\d{2,3}",
            "Days, from their import or collection, that readings of counters and descriptions of videos are kept; 0 keeps them, because metrics, trainings and backtests are made from them."),
    SCORECARD_PSEUDONYMS("scorecard.pseudonyms", "false", "true|false",
            "`true` shows creators on the page Creators, in its REST and by `upswell score` under pseudonyms that stay the same, for screenshots and for readers who need no names; pages of trends and videos still name them."),
    RECOMMEND_LIVE("recommend.live", "false", "true|false",
            "`true` asks a live source for each list of recommendations that does not say otherwise, which costs units of its budget; `false` asks only where a command, a page or REST says `live`."),
    RECOMMEND_LIVE_SOURCE("recommend.live-source", "", "(ensembledata|api23|tiktok-research)?",
            "Which source is asked for lists; empty takes the first of `ensembledata`, `api23` and `tiktok-research` that has a key."),
    RECOMMEND_LIVE_QUERIES("recommend.live-queries", "10", "[1-9]|10",
            "How many of a profile's queries are put to it for a list, at most 10; each is a request."),
    RECOMMEND_LIVE_SHARE("recommend.live-share", "10", "[1-9]|[1-9]\\d|100",
            "Percent of what is left of the day's and the month's budget of the source that one list may spend, 1 to 100; one query is always put where it can be paid. The rest is left for other lists and for what is watched."),
    RECOMMEND_LIVE_MINUTES("recommend.live-minutes", "60", "[1-9]\\d{0,3}",
            "Minutes for which an answer to a query serves before it is asked again."),
    RECOMMEND_LIVE_SECONDS("recommend.live-seconds", "10", "[1-9]|[1-5]\\d|60",
            "Seconds that a list waits for answers of a live source, at most 60; later ones are kept for the next list."),
    RECOMMEND_LIFETIME_DAYS("recommend.lifetime-days", "0", "\\d{1,4}",
            "Days after its posting for which a video may be recommended; 0 sets no end."),
    MLFLOW_URL("mlflow.url", "", "(https?://.+)?",
            "The MLflow server that `upswell models push` and its REST endpoint push to, such as `https://mlflow.example.org`."),
    MLFLOW_TOKEN("mlflow.token", "", ".*", "Token for that server, sent as `Bearer`; never over unprotected networks."),
    MLFLOW_USER("mlflow.user", "", ".*", "User of that server, where it asks for a name and a password."),
    MLFLOW_PASSWORD("mlflow.password", "", ".*", "That user's password; never sent over unprotected networks.");

    /// An address of a web server without a key in it: https anywhere, http on this machine.
    private static final String PROVIDER = "(https://[^/@?#]+|http://(localhost|127(\\.\\d{1,3}){3}|\\[::1\\])(:\\d{1,5})?)(/[^@?#]*)?";

    /// A name, an address or a range of addresses.
    private static final String PRIVATE_HOST = "(\\d{1,3}(\\.\\d{1,3}){3}/([12]?\\d|3[0-2])|[0-9A-Fa-f:]*:[0-9A-Fa-f:]*(/(\\d{1,2}|1[01]\\d|12[0-8]))?|[A-Za-z0-9]([A-Za-z0-9._-]{0,251}[A-Za-z0-9])?)";

    private static final Pattern SECRET = Pattern.compile(".*[.-](token|secret|password|keys?)");

    /// Stands for every tenant of an installation.
    public static final String ALL_TENANTS = "all";

    private final String key;
    private final String defaultValue;
    private final Pattern legal;
    private final String meaning;

    Setting(String key, String defaultValue, String legal, String meaning) {
        this.key = key;
        this.defaultValue = defaultValue;
        this.legal = Pattern.compile(legal, Pattern.DOTALL);
        this.meaning = meaning;
    }

    public String key() {
        return key;
    }

    public String defaultValue() {
        return defaultValue;
    }

    public String meaning() {
        return meaning;
    }

    /// The environment variable of this setting: `server.port` is `UPSWELL_SERVER_PORT`.
    public String environmentVariable() {
        return "UPSWELL_" + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    boolean accepts(String value) {
        return legal.matcher(value).matches();
    }

    /// Whether its value is to be seen by nobody.
    public boolean isSecret() {
        return SECRET.matcher(key).matches();
    }

    /// Whether the vault may keep it. What opens the store or the vault itself must be known before.
    private boolean isKey() {
        return isSecret() && !key.startsWith("store.") && !key.startsWith("vault.");
    }

    /// Those that the vault may keep.
    public static List<Setting> keys() {
        return Arrays.stream(values()).filter(Setting::isKey).toList();
    }

    /// Whether it is the address of a service, into which keys are pasted by mistake.
    boolean isAddress() {
        return key.endsWith(".url");
    }

    public static Optional<Setting> find(String key) {
        return Arrays.stream(values()).filter(setting -> setting.key.equals(key)).findFirst();
    }

    /// The setting whose key needs the fewest edits to become this one: what the user probably meant.
    static Setting nearest(String key) {
        return Arrays.stream(values())
                .min((a, b) -> Integer.compare(edits(a.key, key), edits(b.key, key))).orElseThrow();
    }

    private static int edits(String a, String b) {
        int[] row = new int[b.length() + 1];
        Arrays.setAll(row, j -> j);
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? diagonal : diagonal + 1;
                row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
