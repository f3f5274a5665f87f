package dev.upswell.server.app;

import dev.upswell.server.access.Admission;
import dev.upswell.server.access.People;
import dev.upswell.server.access.SignIns;
import dev.upswell.server.access.Tokens;
import dev.upswell.server.access.gate.GateConfiguration;
import dev.upswell.server.access.gate.GateSettings;
import dev.upswell.server.access.page.AccessPagesConfiguration;
import dev.upswell.server.access.rest.AccessRestConfiguration;
import dev.upswell.server.audit.RequestAudit;
import dev.upswell.server.audit.RequestJournal;
import dev.upswell.server.audit.page.RequestAuditPagesConfiguration;
import dev.upswell.server.audit.rest.RequestAuditRestConfiguration;
import dev.upswell.server.agent.Agents;
import dev.upswell.server.notify.Channels;
import dev.upswell.server.notify.Deliveries;
import dev.upswell.server.notify.Notices;
import dev.upswell.server.notify.rest.NotifyRestConfiguration;
import dev.upswell.server.agent.Scheduler;
import dev.upswell.server.agent.page.AgentPages;
import dev.upswell.server.agent.page.AgentPagesConfiguration;
import dev.upswell.server.agent.page.KeptAgentPages;
import dev.upswell.server.agent.rest.AgentRestConfiguration;
import dev.upswell.server.collect.Quarantine;
import dev.upswell.server.collect.intake.ImportLog;
import dev.upswell.server.collect.intake.Intake;
import dev.upswell.server.collect.intake.IntakeLimits;
import dev.upswell.server.collect.intake.MappedIntake;
import dev.upswell.server.collect.intake.MappingUseRepository;
import dev.upswell.server.collect.intake.SetAsideRepository;
import dev.upswell.server.collect.intake.SourceRepository;
import dev.upswell.server.collect.page.DataPages;
import dev.upswell.server.collect.page.DataPagesConfiguration;
import dev.upswell.server.collect.page.FileIntake;
import dev.upswell.server.collect.page.QueuedFileIntake;
import dev.upswell.server.collect.page.StoredDataPages;
import dev.upswell.server.collect.rest.CollectRestConfiguration;
import dev.upswell.server.commerce.CommerceFacts;
import dev.upswell.server.commerce.Viewings;
import dev.upswell.server.commerce.page.CommercePagesConfiguration;
import dev.upswell.server.commerce.rest.CommerceRestConfiguration;
import dev.upswell.server.comply.Cleaning;
import dev.upswell.server.comply.Compliance;
import dev.upswell.server.comply.Retention;
import dev.upswell.server.comply.page.CompliancePagesConfiguration;
import dev.upswell.server.comply.rest.ComplianceRestConfiguration;
import dev.upswell.server.evaluate.Evaluations;
import dev.upswell.server.evaluate.page.EvaluationPages;
import dev.upswell.server.evaluate.page.EvaluationPagesConfiguration;
import dev.upswell.server.evaluate.page.KeptEvaluationPages;
import dev.upswell.server.evaluate.rest.EvaluationRestConfiguration;
import dev.upswell.server.exchange.Exchange;
import dev.upswell.server.exchange.page.ExchangePagesConfiguration;
import dev.upswell.server.exchange.rest.ExchangeRestConfiguration;
import dev.upswell.server.feature.FeatureStore;
import dev.upswell.server.feature.page.FeaturePages;
import dev.upswell.server.feature.page.FeaturePagesConfiguration;
import dev.upswell.server.feature.page.KeptFeaturePages;
import dev.upswell.server.feature.rest.FeatureRestConfiguration;
import dev.upswell.server.forecast.Forecasts;
import dev.upswell.server.forecast.expect.ExpectationRepository;
import dev.upswell.server.forecast.page.DriftPages;
import dev.upswell.server.forecast.page.KeptDriftPages;
import dev.upswell.server.forecast.page.KeptModelPages;
import dev.upswell.server.forecast.page.ModelPages;
import dev.upswell.server.forecast.page.ModelPagesConfiguration;
import dev.upswell.server.forecast.rest.ForecastRestConfiguration;
import dev.upswell.server.fyp.NextSteps;
import dev.upswell.server.fyp.VideoScores;
import dev.upswell.server.fyp.page.FypPagesConfiguration;
import dev.upswell.server.fyp.rest.FypRestConfiguration;
import dev.upswell.server.improve.Improvements;
import dev.upswell.server.improve.page.InsightPages;
import dev.upswell.server.improve.page.InsightPagesConfiguration;
import dev.upswell.server.improve.page.KeptInsightPages;
import dev.upswell.server.improve.rest.ImproveRestConfiguration;
import dev.upswell.server.insight.ModelInsights;
import dev.upswell.server.insight.rest.InsightRestConfiguration;
import dev.upswell.server.live.Live;
import dev.upswell.server.live.Replays;
import dev.upswell.server.live.page.LivePagesConfiguration;
import dev.upswell.server.live.rest.LiveRestConfiguration;
import dev.upswell.server.mapping.KeptMappings;
import dev.upswell.server.quality.Quality;
import dev.upswell.server.quality.page.QualityPages;
import dev.upswell.server.quality.page.QualityPagesConfiguration;
import dev.upswell.server.quality.page.StoredQualityPages;
import dev.upswell.server.quality.rest.QualityRestConfiguration;
import dev.upswell.server.reach.VideoReach;
import dev.upswell.server.reach.page.ReachPagesConfiguration;
import dev.upswell.server.reach.rest.ReachRestConfiguration;
import dev.upswell.server.registry.Governance;
import dev.upswell.server.registry.page.KeptRegistryPages;
import dev.upswell.server.registry.page.RegistryPages;
import dev.upswell.server.registry.page.RegistryPagesConfiguration;
import dev.upswell.server.registry.rest.RegistryRestConfiguration;
import dev.upswell.server.scorecard.Pseudonyms;
import dev.upswell.server.scorecard.Scorecards;
import dev.upswell.server.scorecard.page.CreatorPagesConfiguration;
import dev.upswell.server.scorecard.rest.CreatorsRestConfiguration;
import dev.upswell.server.scorecard.rest.ScorecardRestConfiguration;
import dev.upswell.server.session.Sessions;
import dev.upswell.server.session.page.SessionPagesConfiguration;
import dev.upswell.server.session.rest.SessionRestConfiguration;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.trend.EntityQuery;
import dev.upswell.server.trend.MetricComputing;
import dev.upswell.server.trend.TrendQuery;
import dev.upswell.server.trend.page.TrendPages;
import dev.upswell.server.trend.page.html.TrendPagesConfiguration;
import dev.upswell.server.trend.page.stored.StoredTrendPages;
import dev.upswell.server.trend.rest.TrendRestConfiguration;
import dev.upswell.server.tuning.Tunings;
import dev.upswell.server.tuning.page.TuningPagesConfiguration;
import dev.upswell.server.tuning.rest.TuningRestConfiguration;
import dev.upswell.server.vault.ProviderKeys;
import dev.upswell.server.vault.page.VaultPagesConfiguration;
import dev.upswell.server.vault.rest.VaultRestConfiguration;
import dev.upswell.server.web.ShellConfiguration;
import dev.upswell.server.web.ShellSettings;
import dev.upswell.server.web.ShellSettings.Launcher;
import dev.upswell.server.web.openapi.OpenApiConfiguration;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The web server's beans: the pages and endpoints of every slice over the services of one workplace.
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({ShellConfiguration.class, TrendPagesConfiguration.class, ModelPagesConfiguration.class,
        EvaluationPagesConfiguration.class, EvaluationRestConfiguration.class,
        DataPagesConfiguration.class, CollectRestConfiguration.class, TrendRestConfiguration.class,
        FeatureRestConfiguration.class, FeaturePagesConfiguration.class, InsightRestConfiguration.class,
        ImproveRestConfiguration.class, InsightPagesConfiguration.class, ForecastRestConfiguration.class,
        RegistryRestConfiguration.class, RegistryPagesConfiguration.class,
        ExchangeRestConfiguration.class, ExchangePagesConfiguration.class,
        TuningRestConfiguration.class, TuningPagesConfiguration.class,
        CommerceRestConfiguration.class, CommercePagesConfiguration.class,
        LiveRestConfiguration.class, LivePagesConfiguration.class,
        AgentRestConfiguration.class, AgentPagesConfiguration.class, NotifyRestConfiguration.class,
        ComplianceRestConfiguration.class, CompliancePagesConfiguration.class,
        GateConfiguration.class, AccessRestConfiguration.class, AccessPagesConfiguration.class,
        RequestAuditRestConfiguration.class, RequestAuditPagesConfiguration.class,
        VaultRestConfiguration.class, VaultPagesConfiguration.class,
        QualityRestConfiguration.class, QualityPagesConfiguration.class,
        SessionRestConfiguration.class, SessionPagesConfiguration.class,
        FypRestConfiguration.class, FypPagesConfiguration.class,
        ReachRestConfiguration.class, ScorecardRestConfiguration.class, CreatorsRestConfiguration.class,
        CreatorPagesConfiguration.class,
        ReachPagesConfiguration.class, OpenApiConfiguration.class})
class ServerConfiguration {

    @Bean
    InstantSource clock(OpenWorkplace workplace) {
        return workplace.clock();
    }

    @Bean
    Launcher launcher(OpenWorkplace workplace) {
        return workplace.launcher();
    }

    @Bean
    TenantId tenant(OpenWorkplace workplace) {
        return workplace.tenant();
    }

    @Bean
    TrendQuery trendQuery(OpenWorkplace workplace) {
        return workplace.trends();
    }

    @Bean
    EntityQuery entityQuery(OpenWorkplace workplace) {
        return new EntityQuery(workplace.database(), new ExpectationRepository());
    }

    @Bean
    MetricComputing metricComputing(OpenWorkplace workplace) {
        return workplace.metrics();
    }

    @Bean
    Forecasts forecasts(OpenWorkplace workplace) {
        return workplace.forecasts();
    }

    @Bean
    FeatureStore featureStore(Forecasts forecasts) {
        return forecasts.features();
    }

    @Bean
    ModelInsights modelInsights(OpenWorkplace workplace) {
        return workplace.insights();
    }

    @Bean
    Improvements improvements(OpenWorkplace workplace) {
        return workplace.improvements();
    }

    @Bean
    InsightPages insightPages(Governance governance, ModelInsights insights, Improvements improvements) {
        return new KeptInsightPages(governance, insights, improvements);
    }

    @Bean
    FeaturePages featurePages(TenantId tenant, FeatureStore store, EntityQuery entities) {
        return new KeptFeaturePages(tenant, store, entities);
    }

    @Bean
    Tunings tunings(OpenWorkplace workplace) {
        return workplace.tunings();
    }

    @Bean
    VideoScores videoScores(OpenWorkplace workplace) {
        return workplace.videoScores();
    }

    @Bean
    NextSteps nextSteps(OpenWorkplace workplace) {
        return workplace.nextSteps();
    }

    @Bean
    VideoReach videoReach(OpenWorkplace workplace) {
        return workplace.reach();
    }

    @Bean
    Scorecards scorecards(OpenWorkplace workplace) {
        return workplace.scorecards();
    }

    @Bean
    Pseudonyms pseudonyms(OpenWorkplace workplace) {
        return workplace.pseudonyms();
    }

    @Bean
    Governance governance(OpenWorkplace workplace) {
        return workplace.governance();
    }

    @Bean
    Exchange exchange(OpenWorkplace workplace) {
        return workplace.exchange();
    }

    @Bean
    TrendPages trendPages(TenantId tenant, TrendQuery trends, EntityQuery entities, InstantSource clock) {
        return new StoredTrendPages(tenant, trends, entities, clock);
    }

    @Bean
    ModelPages modelPages(Forecasts forecasts) {
        return new KeptModelPages(forecasts);
    }

    @Bean
    RegistryPages registryPages(Governance governance) {
        return new KeptRegistryPages(governance);
    }

    @Bean
    DriftPages driftPages(Forecasts forecasts) {
        return new KeptDriftPages(forecasts);
    }

    @Bean
    Evaluations evaluations(OpenWorkplace workplace) {
        return workplace.evaluations();
    }

    @Bean
    EvaluationPages evaluationPages(Evaluations evaluations) {
        return new KeptEvaluationPages(evaluations);
    }

    @Bean
    Intake intake(OpenWorkplace workplace, Scheduler scheduler) {
        return new Intake(new Intake.Setup(workplace.tenant(), workplace.database(), workplace.importer(),
                workplace.dataFolder(), workplace.clock(), workplace::loadSample, ingested -> scheduler.ring(),
                IntakeLimits.USUAL));
    }

    @Bean
    ProviderKeys providerKeys(OpenWorkplace workplace) {
        return workplace.keys();
    }

    @Bean
    CommerceFacts commerceFacts(OpenWorkplace workplace) {
        return workplace.commerce();
    }

    @Bean
    Viewings viewings(OpenWorkplace workplace) {
        return workplace.viewings();
    }

    @Bean
    Sessions sessions(OpenWorkplace workplace) {
        return workplace.sessions();
    }

    @Bean
    ShellSettings shellSettings(OpenWorkplace workplace) {
        return workplace.shell();
    }

    @Bean
    GateSettings gateSettings(OpenWorkplace workplace) {
        return new GateSettings(workplace.https());
    }

    @Bean
    Admission admission(OpenWorkplace workplace) {
        return new Admission(workplace.access(), workplace.onLoopback(), Admission.FRESH);
    }

    @Bean
    SignIns signIns(OpenWorkplace workplace) {
        return new SignIns(workplace.access());
    }

    @Bean
    People people(OpenWorkplace workplace) {
        return workplace.people();
    }

    @Bean
    Tokens tokens(OpenWorkplace workplace) {
        return workplace.tokens();
    }

    @Bean(destroyMethod = "close")
    RequestJournal requestJournal(OpenWorkplace workplace) {
        return workplace.journal();
    }

    @Bean
    RequestAudit requestAudit(OpenWorkplace workplace) {
        return workplace.requestAudit();
    }

    @Bean
    Compliance compliance(OpenWorkplace workplace) {
        return workplace.compliance();
    }

    @Bean
    Retention retention(OpenWorkplace workplace) {
        return workplace.retention();
    }

    @Bean
    Cleaning cleaning(OpenWorkplace workplace) {
        return workplace.cleaning();
    }

    @Bean
    Live live(OpenWorkplace workplace) {
        return workplace.live();
    }

    @Bean
    Replays replays(OpenWorkplace workplace) {
        return workplace.replays();
    }

    @Bean
    ImportLog importLog(OpenWorkplace workplace, Intake intake) {
        return new ImportLog(workplace.tenant(), workplace.database(), intake);
    }

    @Bean
    SourceRepository sourceRepository(OpenWorkplace workplace) {
        return workplace.sourceRepository();
    }

    @Bean
    Quarantine.Retrying retrying(OpenWorkplace workplace) {
        return workplace.retrying();
    }

    @Bean
    SetAsideRepository setAsideRepository(OpenWorkplace workplace) {
        return new SetAsideRepository(workplace.tenant(), workplace.database());
    }

    @Bean
    DataPages dataPages(OpenWorkplace workplace, ImportLog imports, SourceRepository sources,
            SetAsideRepository setAside, KeptMappings mappings, MappingUseRepository uses) {
        return new StoredDataPages(new StoredDataPages.Stores(workplace.tenant(), imports, sources, setAside,
                workplace.quarantine(), workplace.retrying(), mappings, uses), workplace.clock());
    }

    @Bean
    Quality quality(OpenWorkplace workplace) {
        return workplace.quality();
    }

    @Bean
    QualityPages qualityPages(Quality quality) {
        return new StoredQualityPages(quality);
    }

    @Bean
    KeptMappings keptMappings(OpenWorkplace workplace) {
        return workplace.mappings();
    }

    @Bean
    MappingUseRepository mappingUseRepository(OpenWorkplace workplace) {
        return new MappingUseRepository(workplace.tenant(), workplace.database());
    }

    @Bean
    MappedIntake mappedIntake(Intake intake, KeptMappings mappings, Compliance compliance) {
        return new MappedIntake(intake, mappings, compliance);
    }

    @Bean
    FileIntake fileIntake(Intake intake, MappedIntake confirmed, KeptMappings mappings) {
        return new QueuedFileIntake(intake, confirmed, mappings);
    }

    @Bean(initMethod = "start")
    Scheduler scheduler(OpenWorkplace workplace) {
        return new Scheduler(workplace.agentParts(), workplace.schedule());
    }

    @Bean
    Notices notices(OpenWorkplace workplace) {
        return workplace.notices();
    }

    @Bean
    Channels channels(OpenWorkplace workplace) {
        return workplace.channels();
    }

    @Bean
    Deliveries deliveries(OpenWorkplace workplace) {
        return workplace.deliveries();
    }

    @Bean
    AgentPages agentPages(Agents agents, Notices notices, Channels channels, Deliveries deliveries) {
        return new KeptAgentPages(agents, new KeptAgentPages.Told(notices, channels, deliveries));
    }

    @Bean
    Agents agents(OpenWorkplace workplace) {
        return workplace.agents();
    }
}
