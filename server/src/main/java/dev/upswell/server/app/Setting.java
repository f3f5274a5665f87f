package dev.upswell.server.app;

import dev.upswell.server.store.StoreSettings;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Every setting that a user can make, with its default and what it means; `docs/settings.md` is generated from here.
enum Setting {
    TENANT("tenant", "default", ".+", "The tenant (brand or client) whose data a command or server works on."),
    SERVER_PORT("server.port", "8080", "\\d{1,4}|[1-5]\\d{4}|6[0-4]\\d{3}|65[0-4]\\d\\d|655[0-2]\\d|6553[0-5]",
            "The TCP port of the web server; 0 takes any free one."),
    SERVER_ADDRESS("server.address", "127.0.0.1", ".+",
            "The address to listen on. Only loopback addresses are accepted, because there is no sign-in yet."),
    STORE_URL("store.url", "", "(jdbc:postgresql:.+)?",
            "JDBC address of an external PostgreSQL 15 or newer; empty starts the embedded one in the data folder."),
    STORE_USER("store.user", "", ".*", "The external PostgreSQL's user that owns the schema and runs migrations."),
    STORE_PASSWORD("store.password", "", ".*", "That user's password."),
    STORE_APP_PASSWORD("store.app-password", "", ".*",
            "Password of the role `upswell_app`, which serves all requests and cannot bypass row-level security."),
    LAKE_MEMORY_MB("lake.memory-mb", String.valueOf(StoreSettings.USUAL_LAKE_MEMORY_MB), "[1-9]\\d{2,5}",
            "Memory that one reading or writing of the lake may use before it spills to disk, in MB; at least 100."),
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
    MLFLOW_URL("mlflow.url", "", "(https?://.+)?",
            "The MLflow server that `upswell models push` and its REST endpoint push to, such as `https://mlflow.example.org`."),
    MLFLOW_TOKEN("mlflow.token", "", ".*", "Token for that server, sent as `Bearer`; never over unprotected networks."),
    MLFLOW_USER("mlflow.user", "", ".*", "User of that server, where it asks for a name and a password."),
    MLFLOW_PASSWORD("mlflow.password", "", ".*", "That user's password; never sent over unprotected networks.");

    /// An address of a web server without a key in it: https anywhere, http on this machine.
    private static final String PROVIDER = "(https://[^/@?#]+|http://(localhost|127(\\.\\d{1,3}){3}|\\[::1\\])(:\\d{1,5})?)(/[^@?#]*)?";

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

    String key() {
        return key;
    }

    String defaultValue() {
        return defaultValue;
    }

    String meaning() {
        return meaning;
    }

    /// The environment variable of this setting: `server.port` is `UPSWELL_SERVER_PORT`.
    String environmentVariable() {
        return "UPSWELL_" + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    boolean accepts(String value) {
        return legal.matcher(value).matches();
    }

    /// Whether it is the address of a service, into which keys are pasted by mistake.
    boolean isAddress() {
        return key.endsWith(".url");
    }

    static Optional<Setting> find(String key) {
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
