package dev.upswell.server.cli;

import dev.upswell.server.narrative.Narratives;
import dev.upswell.server.access.Installation;
import dev.upswell.server.access.Invitations;
import dev.upswell.server.access.People;
import dev.upswell.server.access.Roster;
import dev.upswell.server.access.Tenants;
import dev.upswell.server.access.Tokens;
import dev.upswell.server.act.Actions;
import dev.upswell.server.alert.Alerts;
import dev.upswell.server.agent.Agents;
import dev.upswell.server.contest.Contest;
import dev.upswell.server.notify.Channels;
import dev.upswell.server.notify.Deliveries;
import dev.upswell.server.notify.Notices;
import dev.upswell.server.ask.Asking;
import dev.upswell.server.audit.RequestAudit;
import dev.upswell.server.collect.Importer;
import dev.upswell.server.collect.Quarantine;
import dev.upswell.server.commerce.CommerceFacts;
import dev.upswell.server.commerce.Viewings;
import dev.upswell.server.across.Benchmarks;
import dev.upswell.server.across.ClientHashtags;
import dev.upswell.server.across.Competitors;
import dev.upswell.server.across.Industries;
import dev.upswell.server.across.PatternPlaces;
import dev.upswell.server.across.Transfers;
import dev.upswell.server.creative.Analyses;
import dev.upswell.server.creative.PatternRuns;
import dev.upswell.server.comply.Cleaning;
import dev.upswell.server.comply.Compliance;
import dev.upswell.server.comply.Retention;
import dev.upswell.server.evaluate.Evaluations;
import dev.upswell.server.exchange.Exchange;
import dev.upswell.server.forecast.Forecasts;
import dev.upswell.server.fyp.NextSteps;
import dev.upswell.server.fyp.VideoScores;
import dev.upswell.server.improve.Improvements;
import dev.upswell.server.insight.ModelInsights;
import dev.upswell.server.integrate.TrackedIssues;
import dev.upswell.server.live.AnswerReplay;
import dev.upswell.server.live.Live;
import dev.upswell.server.live.Replays;
import dev.upswell.server.mapping.KeptMappings;
import dev.upswell.server.mapping.MappingUse;
import dev.upswell.server.overview.Briefs;
import dev.upswell.server.overview.Overviews;
import dev.upswell.server.overview.RegularReports;
import dev.upswell.server.plan.Planner;
import dev.upswell.server.privacy.Privacy;
import dev.upswell.server.privacy.TenantErasures;
import dev.upswell.server.quality.Quality;
import dev.upswell.server.reach.VideoReach;
import dev.upswell.server.recommend.Recommendations;
import dev.upswell.server.recommend.Recommender;
import dev.upswell.server.refine.Refinements;
import dev.upswell.server.registry.Governance;
import dev.upswell.server.registry.ModelTask;
import dev.upswell.server.report.Brandings;
import dev.upswell.server.report.Handovers;
import dev.upswell.server.report.Reports;
import dev.upswell.server.scorecard.Pseudonyms;
import dev.upswell.server.scorecard.Scorecards;
import dev.upswell.server.session.Sessions;
import dev.upswell.server.store.StoreCheck;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.taste.Profiles;
import dev.upswell.server.taste.Taxonomies;
import dev.upswell.server.text.EntityNames;
import dev.upswell.server.text.Texts;
import dev.upswell.server.theme.Collisions;
import dev.upswell.server.theme.Divergences;
import dev.upswell.server.theme.Themes;
import dev.upswell.server.trend.MetricComputing;
import dev.upswell.server.trend.TrendQuery;
import dev.upswell.server.tuning.Tuning;
import dev.upswell.server.tuning.Tunings;
import dev.upswell.server.vault.ProviderKeys;
import dev.upswell.server.vault.Rotation;
import dev.upswell.server.trial.FollowedAdvice;
import dev.upswell.server.trial.ReportFormats;
import dev.upswell.server.trial.Trials;
import dev.upswell.server.weigh.Learning;
import dev.upswell.server.vigil.AlertRules;
import dev.upswell.server.weakness.ErrorAnalyses;
import dev.upswell.server.wording.Wordings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// What commands work with: the services of one tenant on one data folder, open for the time of a command.
public interface Workplace extends AutoCloseable {

    /// Whose data it is.
    TenantId tenant();

    /// Where the data lies.
    Path dataFolder();

    /// The configured port of the web server.
    int port();

    /// Whether the store is sound.
    List<StoreCheck.Finding> check();

    /// The tenants by name.
    Tenants tenants();

    /// Tenants with their subscriptions, and the accounts of people over them.
    Installation installation();

    /// Erasures of whole tenants, for whoever runs the installation.
    TenantErasures tenantErasures();

    /// Merges small lake files and deletes replaced ones whose time is over; cheap when there is nothing to do. A failure is
    /// logged and left for the next time.
    void tidy();

    /// Where personal data lie, and how they are handed out and erased.
    Privacy privacy();

    /// Who may come in, and what they asked for.
    Access access();

    /// What comes in: from files and providers, what may be kept of it, and how good it is.
    Collecting collecting();

    /// What moves, what will surge, and the models that say so.
    Forecasting forecasting();

    /// How videos and creators do, and what is to be done about it.
    Scoring scoring();

    /// Which choices in videos go with engagement.
    Creative creative();

    /// What people like, and what is recommended to them.
    Recommending recommending();

    /// What captions say, and what they speak of.
    Texting texting();

    /// What is handed out to clients and creators.
    Reporting reporting();

    /// Answers questions in words.
    Asking asking();

    /// Why things move, in checked sentences.
    Narratives narratives();

    /// In which segments forecasts are worse than elsewhere.
    ErrorAnalyses errorAnalyses();

    /// What each role looks at first.
    Overviews overviews();

    /// Briefs that creators take by themselves.
    Briefs briefs();

    /// Reports of each day, week and month.
    RegularReports regularReports();

    /// What runs by itself, and who is told of it.
    Operating operating();

    /// Starts the web server.
    Serving serving();

    /// Does this work while the server of this process, should it run, takes no new data through the loop.
    <T> T alone(Supplier<T> work);

    @Override
    void close();

    /// Who may come in, and what they asked for.
    interface Access {

        /// Who signs in with a password.
        People people();

        /// People with their roles.
        Roster roster();

        /// Who was invited by a link.
        Invitations invitations();

        /// With which tokens programs come in.
        Tokens tokens();

        /// Who asked the server for what.
        RequestAudit requestAudit();
    }

    /// What comes in: from files and providers, what may be kept of it, and how good it is.
    interface Collecting {

        /// The names of all sources that ever gave something.
        List<String> sources();

        /// Brings files in.
        Importer importer();

        /// What files of one's own columns say, as it is kept.
        KeptMappings mappings();

        /// What kept mappings were used for, by name.
        Map<String, MappingUse> mappingUses();

        /// What quality gates found, how fresh sources are, which batches are set aside.
        Quality quality();

        /// Tries quarantined rows of files again.
        Quarantine.Retrying retrying();

        /// Reads raw answers with quarantined items again.
        AnswerReplay answerReplay();

        /// Reads raw answers again that were asked for.
        Replays replays();

        /// The rows that could not be used.
        Quarantine quarantine();

        /// The keys of providers.
        ProviderKeys keys();

        /// Changes the master key that seals the secrets of all tenants.
        Rotation rotation();

        /// Signed-in accounts of one's own.
        Sessions sessions();

        /// Collects from providers.
        Live live();

        /// What is known of ads and shops.
        CommerceFacts commerce();

        /// How own videos are watched.
        Viewings viewings();

        /// Who may be asked and what may be kept.
        Compliance compliance();

        /// Deletes what was kept long enough.
        Retention retention();

        /// Takes contacts out of what was stored before the guard did.
        Cleaning cleaning();
    }

    /// What moves, what will surge, and the models that say so.
    interface Forecasting {

        /// Computes due metrics.
        MetricComputing metrics();

        /// Which entities move.
        TrendQuery trends();

        /// Trains, predicts, compares and judges.
        Forecasts forecasts();

        /// Searches for better trainer settings of a task.
        Tuning tuning(ModelTask task);

        /// The searches that were done.
        Tunings tunings();

        /// Judges predictions day by day.
        Evaluations evaluations();

        /// What models rest on.
        ModelInsights insights();

        /// Opens and closes improvement tasks by rule, and reviews features.
        Improvements improvements();

        /// Foretells how far videos will reach.
        VideoReach reach();

        /// Who serves, who comes next, and what is to be done.
        Governance governance();

        /// Takes models out and in as files, and tells other registries of them.
        Exchange exchange();
    }

    /// How videos and creators do, and what is to be done about it.
    interface Scoring {

        /// All that is to be done, in one queue.
        Actions actions();

        /// Scores videos at their marks.
        VideoScores videoScores();

        /// The rules that say what is to be done about a video.
        NextSteps nextSteps();

        /// Scorecards of creators.
        Scorecards scorecards();

        /// Weights of scorecards learnt from what creators brought.
        Learning learning();

        /// Patterns tried in the field.
        Trials trials();

        /// How far creators follow advice.
        FollowedAdvice followedAdvice();

        /// Formats of reports as creators take them up.
        ReportFormats reportFormats();

        /// When accounts are to post.
        Planner planner();

        /// Names under which creators are shown on scorecards.
        Pseudonyms pseudonyms();
    }

    /// Which choices in videos go with engagement.
    interface Creative {

        /// What analysers wrote about videos.
        Analyses analyses();

        /// Searches for patterns, and what they found.
        PatternRuns patterns();

        /// A client's hashtags beside each other.
        ClientHashtags clientHashtags();

        /// What competitors do.
        Competitors competitors();

        /// How far patterns may be carried over.
        Transfers transfers();

        /// Industries, and which client belongs to which.
        Industries industries();

        /// The levels at which patterns hold.
        PatternPlaces patternPlaces();

        /// Clients beside the others of their industry.
        Benchmarks benchmarks();
    }

    /// What people like, and what is recommended to them.
    interface Recommending {

        /// The categories that content is told apart by.
        Taxonomies taxonomies();

        /// What people like who may be profiled.
        Profiles profiles();

        /// What was recommended, and how it is done.
        Recommendations recommendations();

        /// Recommends videos from an index that is up to date.
        Recommender recommender();

        /// Ways of recommending beside each other.
        Contest contest();
    }

    /// What captions say, and what they speak of.
    interface Texting {

        /// Captions as vectors, their languages and keywords.
        Texts texts();

        /// The brands, products and public figures that captions are searched for.
        EntityNames names();

        /// What captions speak of, over time.
        Themes themes();

        /// Pairs of hashtags and of themes that the same creators take up while both rise.
        Collisions collisions();

        /// Pairs of hashtags and themes that mean nearly the same and move differently.
        Divergences divergences();
    }

    /// What is handed out to clients and creators.
    interface Reporting {

        /// Texts that language models or templates put into words, their prompts and what they cost.
        Wordings wordings();

        /// Versions of prompts that are proposed by what was said of texts, and how tried ones stand.
        Refinements refinements();

        /// Documents that are made, kept and handed out.
        Reports reports();

        /// To whom they were handed.
        Handovers handovers();

        /// How they look.
        Brandings brandings();
    }

    /// What runs by itself, and who is told of it.
    interface Operating {

        /// What the agents do and when.
        Agents agents();

        /// What people should know of, whoever raised it.
        Alerts alerts();

        /// The rules by which people are alerted of what is stored.
        AlertRules alertRules();

        /// What people are told of.
        Notices notices();

        /// Where people are told of it away from the page.
        Channels channels();

        /// What is on its way there, and what was sent.
        Deliveries deliveries();

        /// What is carried into trackers of others.
        TrackedIssues trackers();
    }
}
