package dev.upswell.server.app;

import dev.upswell.server.access.Invitations;
import dev.upswell.server.access.People;
import dev.upswell.server.access.Roster;
import dev.upswell.server.access.Tokens;
import dev.upswell.server.access.tenancy.TenantScope;
import dev.upswell.server.act.Actions;
import dev.upswell.server.agent.Agents;
import dev.upswell.server.alert.Alerts;
import dev.upswell.server.ask.Asking;
import dev.upswell.server.audit.RequestAudit;
import dev.upswell.server.collect.Quarantine;
import dev.upswell.server.collect.intake.SourceRepository;
import dev.upswell.server.commerce.CommerceFacts;
import dev.upswell.server.commerce.Viewings;
import dev.upswell.server.comply.Cleaning;
import dev.upswell.server.comply.Compliance;
import dev.upswell.server.comply.Retention;
import dev.upswell.server.across.Benchmarks;
import dev.upswell.server.across.ClientHashtags;
import dev.upswell.server.across.Competitors;
import dev.upswell.server.across.Industries;
import dev.upswell.server.across.PatternPlaces;
import dev.upswell.server.across.Transfers;
import dev.upswell.server.contest.Contest;
import dev.upswell.server.creative.Analyses;
import dev.upswell.server.creative.PatternRuns;
import dev.upswell.server.evaluate.Evaluations;
import dev.upswell.server.exchange.Exchange;
import dev.upswell.server.forecast.Forecasts;
import dev.upswell.server.fyp.NextSteps;
import dev.upswell.server.fyp.VideoScores;
import dev.upswell.server.improve.Improvements;
import dev.upswell.server.insight.ModelInsights;
import dev.upswell.server.integrate.Connections;
import dev.upswell.server.integrate.TrackedIssues;
import dev.upswell.server.listing.TableFiles;
import dev.upswell.server.live.Live;
import dev.upswell.server.live.Replays;
import dev.upswell.server.mapping.KeptMappings;
import dev.upswell.server.narrative.Narratives;
import dev.upswell.server.notify.Channels;
import dev.upswell.server.notify.Deliveries;
import dev.upswell.server.notify.Notices;
import dev.upswell.server.overview.Briefs;
import dev.upswell.server.overview.Digests;
import dev.upswell.server.overview.Overviews;
import dev.upswell.server.overview.RegularReports;
import dev.upswell.server.plan.Planner;
import dev.upswell.server.privacy.Privacy;
import dev.upswell.server.quality.Quality;
import dev.upswell.server.reach.VideoReach;
import dev.upswell.server.recommend.Recommendations;
import dev.upswell.server.recommend.Recommender;
import dev.upswell.server.refine.Refinements;
import dev.upswell.server.registry.Governance;
import dev.upswell.server.report.Brandings;
import dev.upswell.server.report.Handovers;
import dev.upswell.server.report.Reports;
import dev.upswell.server.scorecard.Pseudonyms;
import dev.upswell.server.scorecard.Scorecards;
import dev.upswell.server.session.Sessions;
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
import dev.upswell.server.tuning.Tunings;
import dev.upswell.server.vault.ProviderKeys;
import dev.upswell.server.trial.FollowedAdvice;
import dev.upswell.server.trial.ReportFormats;
import dev.upswell.server.trial.Trials;
import dev.upswell.server.vigil.AlertRules;
import dev.upswell.server.weigh.Learning;
import dev.upswell.server.weakness.ErrorAnalyses;
import dev.upswell.server.wording.Wordings;
import java.util.function.Function;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.core.env.Environment;

/// The services of a tenant's workplace as beans, each made when a request of the tenant first needs it.
final class WorkplaceBeans implements BeanRegistrar {

    @Override
    public void register(BeanRegistry registry, Environment environment) {
        bean(registry, TenantId.class, OpenWorkplace::tenant);
        access(registry);
        collecting(registry);
        forecasting(registry);
        scoring(registry);
        creative(registry);
        recommending(registry);
        reporting(registry);
        answering(registry);
        operating(registry);
    }

    private static void access(BeanRegistry registry) {
        bean(registry, Privacy.class, OpenWorkplace::privacy);
        bean(registry, People.class, workplace -> workplace.access().people());
        bean(registry, Roster.class, workplace -> workplace.access().roster());
        bean(registry, Invitations.class, workplace -> workplace.access().invitations());
        bean(registry, Tokens.class, workplace -> workplace.access().tokens());
        bean(registry, RequestAudit.class, workplace -> workplace.access().requestAudit());
    }

    private static void collecting(BeanRegistry registry) {
        bean(registry, ProviderKeys.class, workplace -> workplace.collecting().keys());
        bean(registry, CommerceFacts.class, workplace -> workplace.collecting().commerce());
        bean(registry, Viewings.class, workplace -> workplace.collecting().viewings());
        bean(registry, Sessions.class, workplace -> workplace.collecting().sessions());
        bean(registry, Compliance.class, workplace -> workplace.collecting().compliance());
        bean(registry, Retention.class, workplace -> workplace.collecting().retention());
        bean(registry, Cleaning.class, workplace -> workplace.collecting().cleaning());
        bean(registry, Live.class, workplace -> workplace.collecting().live());
        bean(registry, Replays.class, workplace -> workplace.collecting().replays());
        bean(registry, SourceRepository.class, workplace -> workplace.collecting().sourceRepository());
        bean(registry, Quarantine.Retrying.class, workplace -> workplace.collecting().retrying());
        bean(registry, Quality.class, workplace -> workplace.collecting().quality());
        bean(registry, KeptMappings.class, workplace -> workplace.collecting().mappings());
    }

    private static void forecasting(BeanRegistry registry) {
        bean(registry, TrendQuery.class, workplace -> workplace.forecasting().trends());
        bean(registry, MetricComputing.class, workplace -> workplace.forecasting().metrics());
        bean(registry, Forecasts.class, workplace -> workplace.forecasting().forecasts());
        bean(registry, ModelInsights.class, workplace -> workplace.forecasting().insights());
        bean(registry, Improvements.class, workplace -> workplace.forecasting().improvements());
        bean(registry, Tunings.class, workplace -> workplace.forecasting().tunings());
        bean(registry, VideoReach.class, workplace -> workplace.forecasting().reach());
        bean(registry, Governance.class, workplace -> workplace.forecasting().governance());
        bean(registry, Exchange.class, workplace -> workplace.forecasting().exchange());
        bean(registry, Evaluations.class, workplace -> workplace.forecasting().evaluations());
    }

    private static void scoring(BeanRegistry registry) {
        bean(registry, Actions.class, workplace -> workplace.scoring().actions());
        bean(registry, VideoScores.class, workplace -> workplace.scoring().videoScores());
        bean(registry, NextSteps.class, workplace -> workplace.scoring().nextSteps());
        bean(registry, Scorecards.class, workplace -> workplace.scoring().scorecards());
        bean(registry, Learning.class, workplace -> workplace.scoring().learning());
        bean(registry, Trials.class, workplace -> workplace.scoring().trials());
        bean(registry, FollowedAdvice.class, workplace -> workplace.scoring().followedAdvice());
        bean(registry, ReportFormats.class, workplace -> workplace.scoring().reportFormats());
        bean(registry, Planner.class, workplace -> workplace.scoring().planner());
        bean(registry, Pseudonyms.class, workplace -> workplace.scoring().pseudonyms());
    }

    private static void creative(BeanRegistry registry) {
        bean(registry, Analyses.class, workplace -> workplace.creative().analyses());
        bean(registry, PatternRuns.class, workplace -> workplace.creative().patterns());
        bean(registry, ClientHashtags.class, workplace -> workplace.creative().clientHashtags());
        bean(registry, Competitors.class, workplace -> workplace.creative().competitors());
        bean(registry, Transfers.class, workplace -> workplace.creative().transfers());
        bean(registry, Industries.class, workplace -> workplace.creative().industries());
        bean(registry, PatternPlaces.class, workplace -> workplace.creative().patternPlaces());
        bean(registry, Benchmarks.class, workplace -> workplace.creative().benchmarks());
    }

    private static void recommending(BeanRegistry registry) {
        bean(registry, Taxonomies.class, workplace -> workplace.recommending().taxonomies());
        bean(registry, Profiles.class, workplace -> workplace.recommending().profiles());
        bean(registry, Recommendations.class, workplace -> workplace.recommending().recommendations());
        bean(registry, Contest.class, workplace -> workplace.recommending().contest());
        bean(registry, Recommender.class, workplace -> workplace.recommending().recommender());
        bean(registry, Texts.class, workplace -> workplace.texting().texts());
        bean(registry, EntityNames.class, workplace -> workplace.texting().names());
        bean(registry, Divergences.class, workplace -> workplace.texting().divergences());
        bean(registry, Collisions.class, workplace -> workplace.texting().collisions());
        bean(registry, Themes.class, workplace -> workplace.texting().themes());
    }

    private static void reporting(BeanRegistry registry) {
        bean(registry, Handovers.class, workplace -> workplace.reporting().handovers());
        bean(registry, Reports.class, workplace -> workplace.reporting().reports());
        bean(registry, Refinements.class, workplace -> workplace.reporting().refinements());
        bean(registry, Wordings.class, workplace -> workplace.reporting().wordings());
        bean(registry, TableFiles.class, workplace -> workplace.reporting().files());
        bean(registry, Brandings.class, workplace -> workplace.reporting().brandings());
    }

    private static void answering(BeanRegistry registry) {
        bean(registry, Asking.class, OpenWorkplace::asking);
        bean(registry, Narratives.class, OpenWorkplace::narratives);
        bean(registry, ErrorAnalyses.class, OpenWorkplace::errorAnalyses);
        bean(registry, Overviews.class, OpenWorkplace::overviews);
        bean(registry, Digests.class, OpenWorkplace::digests);
        bean(registry, Briefs.class, OpenWorkplace::briefs);
        bean(registry, RegularReports.class, OpenWorkplace::regularReports);
    }

    private static void operating(BeanRegistry registry) {
        bean(registry, Alerts.class, workplace -> workplace.operating().alerts());
        bean(registry, AlertRules.class, workplace -> workplace.operating().alertRules());
        bean(registry, Notices.class, workplace -> workplace.operating().notices());
        bean(registry, Channels.class, workplace -> workplace.operating().channels());
        bean(registry, Deliveries.class, workplace -> workplace.operating().deliveries());
        bean(registry, TrackedIssues.class, workplace -> workplace.operating().trackers());
        bean(registry, Connections.class, workplace -> workplace.operating().trackers().connections());
        bean(registry, Agents.class, workplace -> workplace.operating().agents());
    }

    private static <T> void bean(BeanRegistry registry, Class<T> type, Function<OpenWorkplace, T> service) {
        registry.registerBean(type, bean -> bean.scope(TenantScope.NAME)
                .supplier(context -> service.apply(context.bean(OpenWorkplace.class))));
    }
}
