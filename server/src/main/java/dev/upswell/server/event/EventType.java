package dev.upswell.server.event;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What can happen: the taxonomy of the event log, from which `docs/events.md` is generated.
///
/// A type is never renamed or taken away, for rows of it are kept; a program that reads a type it does not know shows it by its
/// name.
public enum EventType {
    INGEST_DONE(Role.INGESTION, "A round of collecting asked providers, or stored what they had answered.", "requests",
            "pages", "items", "stored", "observations", "broken", "left"),
    DEAD_LETTER(Role.INGESTION, "A request failed for good, or an answer could not be stored."),
    DEAD_LETTER_REPLAYED(Role.INGESTION, "A dead letter was taken up again."),
    DEAD_LETTER_DROPPED(Role.INGESTION, "A dead letter was given up."),
    SOURCE_PAUSED(Role.INGESTION,
            "A source is not asked before an instant: its quota is used up, it refuses the key, or it asks for time."),
    QUALITY_WARN(Role.INGESTION, "A batch is worse than a quality rule wants; it was stored all the same."),
    QUALITY_BLOCK(Role.INGESTION, "A quality rule set a batch aside.", "heldRows"),
    BATCH_RELEASED(Role.INGESTION, "A person let a batch in that had been set aside."),
    BATCH_DROPPED(Role.INGESTION, "A person dropped a batch that had been set aside."),
    QUALITY_RULE_CHANGED(Role.INGESTION, "A person changed a quality rule."),
    SCHEMA_CHANGED(Role.INGESTION, "The items of a format have other fields than before."),
    SOURCE_FROZEN(Role.INGESTION, "A source repeats one answer: none of its counters moves."),
    SOURCE_MOVES_AGAIN(Role.INGESTION, "A source that repeated one answer moves again."),
    QUARANTINE_RETRIED(Role.INGESTION, "Quarantined rows were read again by a mended mapping or a newer mapper.",
            "tried", "stored", "left"),
    ANSWERS_REPLAYED(Role.INGESTION,
            "Raw answers were read again, those with quarantined items by a newer mapper or those that were asked for.",
            "answers",
            "stored"),
    WATCH_ADDED(Role.INGESTION, "Something is watched from here on."),
    WATCH_CHANGED(Role.INGESTION, "Something is watched in another manner."),
    WATCH_REMOVED(Role.INGESTION, "Something is no longer watched."),
    PLAN_CHANGED(Role.INGESTION,
            "By a new plan more or fewer watches are visited, or pinned cadences are cut or kept again.", "watched",
            "paused"),
    CEILING_CHANGED(Role.INGESTION, "A person changed what may be spent at a source at most."),

    CAPTURE_DONE(Role.INGESTION, "A page of one's own was visited in a browser, and its answers were taken.",
            "answers"),
    CAPTURE_FAILED(Role.INGESTION, "A visit in a browser came to nothing, for no fault of the session."),
    SESSION_CHALLENGED(Role.INGESTION,
            "A site asks for something that only a person can give: the session waits for one."),
    SESSION_STOPPED(Role.INGESTION, "A session is no longer used: it is signed out, not let in, or asked for time."),
    SESSION_RENEWED(Role.INGESTION, "A person signed in, solved what a site asked, or brought new cookies."),
    SESSION_ADDED(Role.INGESTION, "A session was added."),
    SESSION_PAUSED(Role.INGESTION, "A person lets a session rest."),
    SESSION_RESUMED(Role.INGESTION, "A person lets a session go on."),
    SESSION_REMOVED(Role.INGESTION, "A session was removed with its cookies."),

    METRIC_DONE(Role.METRIC, "Metrics of what had changed were computed.", "entities", "rows"),
    SCORE_DONE(Role.METRIC, "Videos that reached a mark were scored.", "scores", "alarms", "plans"),
    VIDEO_ALARM(Role.METRIC, "A video did badly a quarter of an hour after posting: an action plan was opened."),
    STEPS_CHANGED(Role.METRIC, "A person changed the rules that say what is to be done about a video."),
    SCORECARDS_DONE(Role.METRIC, "Creators were scored as of an instant.", "creators"),

    PREDICT_DONE(Role.PREDICTION, "Forecasts were made as of an instant.", "scored", "stored"),
    SHADOW_FAILED(Role.PREDICTION, "A model in shadow could not predict; the serving one did."),

    OUTCOMES_SETTLED(Role.EVALUATION, "What happened became known for earlier forecasts.", "outcomes"),
    EVALUATE_DONE(Role.EVALUATION, "Days of forecasts were judged.", "days"),
    RETROSPECTIVE_WRITTEN(Role.EVALUATION, "A week's retrospective was written."),
    BACKTEST_DONE(Role.EVALUATION, "A backtest ended.", "cuts", "pairs"),
    BACKTEST_JUDGED(Role.EVALUATION, "A backtest was judged beside an oracle.", "pairs"),
    DRIFT_ALERT(Role.EVALUATION, "What a model sees has drifted from what it learned from."),

    TRAIN_DONE(Role.IMPROVEMENT, "A model was trained.", "rows"),
    TRAIN_REFUSED(Role.IMPROVEMENT, "A training ended without a model.", "rows", "positives"),
    TUNING_DONE(Role.IMPROVEMENT, "A search for trainer settings ended."),
    RETRAIN_TASK_OPENED(Role.IMPROVEMENT, "A retraining was asked for."),
    PROMPT_UPDATE(Role.IMPROVEMENT, "A version of a prompt was proposed, or a person lets one serve."),
    TASK_OPENED(Role.IMPROVEMENT, "Something should be better: a task was opened."),
    TASK_ACCEPTED(Role.IMPROVEMENT, "A person accepted a task: somebody works on it."),
    TASK_CLOSED(Role.IMPROVEMENT, "A task was closed."),
    ERRORS_ANALYSED(Role.EVALUATION,
            "The forecasts of a fortnight were searched for segments in which they are worse than elsewhere.",
            "forecasts", "findings", "opened", "closed"),
    WEIGHTS_LEARNT(Role.IMPROVEMENT,
            "Weights of scorecards were learnt from what creators brought, or too little was there.",
            "creators", "outcomes"),
    RANKER_TRAINED(Role.IMPROVEMENT, "A ranker of recommendations was learnt from what people did.", "requests",
            "people"),
    CONFIGURATION_TRIAL_ENDED(Role.IMPROVEMENT, "A trial of two configurations of recommendations ended."),
    PLAYBOOK_SETTLED(Role.IMPROVEMENT, "What came of a followed recommendation became known."),

    RANKER_PROMOTED(Role.GOVERNANCE, "A ranker of recommendations won its trial and serves from here on."),
    MODEL_PROMOTED(Role.GOVERNANCE, "A model serves from here on."),
    SHADOW_STARTED(Role.GOVERNANCE, "A model predicts unseen beside the serving one."),
    APPROVAL_AWAITED(Role.GOVERNANCE, "A model met the rule and waits for a person."),
    MODEL_REJECTED(Role.GOVERNANCE, "A model was taken out of the race."),
    MODEL_ROLLED_BACK(Role.GOVERNANCE, "The model before serves again."),
    MODEL_EXPORTED(Role.GOVERNANCE, "A model was written as a file."),
    MODEL_IMPORTED(Role.GOVERNANCE, "A model that was trained elsewhere was taken in."),
    MODEL_PUSHED(Role.GOVERNANCE, "A model was pushed to a registry."),
    TAXONOMY_MADE(Role.SEMANTIC, "Categories of content were made in a new version.", "texts", "categories"),
    PROFILE_MADE(Role.SEMANTIC, "A profile of taste was made for somebody who may be profiled.", "items", "tags"),
    CREATOR_ERASED(Role.GOVERNANCE, "A creator was erased, and nothing of them was found any more.", "rows"),
    PROFILE_ERASED(Role.GOVERNANCE, "A profile was erased with all that it rested on.", "rows"),
    WEIGHTING_ADOPTED(Role.GOVERNANCE, "A person put a weighting of scorecards in force."),
    WEIGHTING_WITHDRAWN(Role.GOVERNANCE, "A person took a weighting of scorecards out of force."),
    KEY_SET(Role.GOVERNANCE, "A key of a provider was kept in the vault."),
    KEY_REMOVED(Role.GOVERNANCE, "A key of a provider was taken out of the vault."),
    PASSWORD_SET(Role.GOVERNANCE, "A person was given a password; their sign-ins ended."),
    PERSON_REMOVED(Role.GOVERNANCE, "A person can no longer sign in."),
    PERSON_DISABLED(Role.GOVERNANCE, "A person may not come in until they are let in again; their sign-ins ended."),
    PERSON_ENABLED(Role.GOVERNANCE, "A person who was kept out may come in again."),
    PERSON_INVITED(Role.GOVERNANCE, "Somebody was invited by a link with which they set their own password."),
    INVITATION_REVOKED(Role.GOVERNANCE, "An invitation was taken back before it was used."),
    ROLE_CHANGED(Role.GOVERNANCE, "A person was given another role."),
    MEMBER_JOINED(Role.GOVERNANCE, "Somebody with an account over several tenants became a member of this one."),
    SUBSCRIPTION_ENDED(Role.GOVERNANCE, "The subscription ended; reports stay readable for 30 days."),
    SUBSCRIPTION_RESUMED(Role.GOVERNANCE, "A subscription that had ended goes on."),
    TOKEN_MADE(Role.GOVERNANCE, "A token was made with which a program comes in."),
    TOKEN_REVOKED(Role.GOVERNANCE, "A token was revoked."),
    SIGN_IN_LOCKED(Role.GOVERNANCE, "Sign-ins failed so often under a name that it is locked for a while."),
    AUDIT_DONE(Role.GOVERNANCE, "The store was checked, and contacts were taken out of what was stored earlier.",
            "checks", "findings",
            "cleaned"),

    STATUS_SUMMARY(Role.NOTIFICATION, "What happened on a day, in a few lines."),
    REPORT_DONE(Role.NOTIFICATION, "The report of a day, a week or a month was made."),
    RULE_ALERT(Role.NOTIFICATION, "A rule rang that people made: what is stored meets its conditions."),
    ALERT_RULE_CHANGED(Role.NOTIFICATION,
            "A person made, changed, paused or removed a rule by which people are alerted."),
    ALERT_ACKNOWLEDGED(Role.NOTIFICATION, "A person has seen an alert."),
    RULE_CHANGED(Role.NOTIFICATION, "A person changed which events people are told of, or where."),
    CHANNEL_ADDED(Role.NOTIFICATION, "People are told of events at an address away from the page."),
    CHANNEL_REMOVED(Role.NOTIFICATION, "An address at which people were told of events was removed."),
    TRACKER_ADDED(Role.NOTIFICATION, "Tasks can be carried into a tracker of others."),
    TRACKER_REMOVED(Role.NOTIFICATION, "A connection to a tracker was removed with its account."),
    ISSUE_LINKED(Role.NOTIFICATION, "Something that is to be done stands in a tracker too."),
    ISSUE_MOVED(Role.NOTIFICATION, "A tracker says that a task which was carried there stands otherwise than before."),
    ISSUE_FAILED(Role.NOTIFICATION, "A task could not be carried into a tracker; it is tried no more."),
    DELIVERY_FAILED(Role.NOTIFICATION, "Notices could not be brought to a channel; they are tried no more.", "notices"),

    CADENCE_CHANGED(Role.SCHEDULER, "A person changed when a job runs."),
    JOB_FAILED(Role.SCHEDULER, "A run of a job failed."),
    JOB_TAKEN_OVER(Role.SCHEDULER, "A run whose server had fallen silent was taken over by another."),
    SLOTS_SKIPPED(Role.SCHEDULER, "Slots that were missed are not made up for.", "slots"),
    LAKE_TIDIED(Role.SCHEDULER, "Small files of the lake were merged, or replaced ones deleted.", "merged", "deleted");

    /// What changes who serves, or is on its way to it.
    public static final List<EventType> OF_MODELS = List.of(SHADOW_STARTED, APPROVAL_AWAITED, MODEL_PROMOTED,
            MODEL_REJECTED, MODEL_ROLLED_BACK);

    /// What tells of people, of what they may and of tokens: for those who keep them in order, and for nobody else.
    public static final List<EventType> OF_ACCESS = List.of(PASSWORD_SET, PERSON_REMOVED, PERSON_DISABLED,
            PERSON_ENABLED, ROLE_CHANGED, MEMBER_JOINED, TOKEN_MADE, TOKEN_REVOKED, SIGN_IN_LOCKED);

    private final Role role;
    private final String meaning;
    private final List<String> counts;

    EventType(Role role, String meaning, String... counts) {
        this.role = role;
        this.meaning = meaning;
        this.counts = List.of(counts);
    }

    /// The agent whose work it is part of.
    public Role role() {
        return role;
    }

    /// A sentence for the reference.
    public String meaning() {
        return meaning;
    }

    /// Those of its facts that count what was done.
    public List<String> counts() {
        return counts;
    }

    /// The type of this name; empty for one that a newer program wrote.
    public static Optional<EventType> find(String name) {
        return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
    }
}
