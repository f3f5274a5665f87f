package dev.upswell.server.app;

import dev.upswell.server.access.Admission;
import dev.upswell.server.access.Installation;
import dev.upswell.server.access.Invitations;
import dev.upswell.server.access.SignIns;
import dev.upswell.server.access.oidc.CompanySignIn;
import dev.upswell.server.access.gate.GateConfiguration;
import dev.upswell.server.access.gate.GateSettings;
import dev.upswell.server.access.page.AccessPagesConfiguration;
import dev.upswell.server.access.rest.AccessRestConfiguration;
import dev.upswell.server.access.tenancy.OfTenant;
import dev.upswell.server.access.tenancy.SlicesOfTenants;
import dev.upswell.server.access.tenancy.TenantScope;
import dev.upswell.server.across.page.AcrossPagesConfiguration;
import dev.upswell.server.across.rest.AcrossRestConfiguration;
import dev.upswell.server.act.page.ActPagesConfiguration;
import dev.upswell.server.act.rest.ActRestConfiguration;
import dev.upswell.server.agent.Agents;
import dev.upswell.server.app.OpenTenants.OpenTenant;
import dev.upswell.server.agent.page.AgentPages;
import dev.upswell.server.agent.page.AgentPagesConfiguration;
import dev.upswell.server.alert.page.AlertPagesConfiguration;
import dev.upswell.server.alert.rest.AlertRestConfiguration;
import dev.upswell.server.agent.page.KeptAgentPages;
import dev.upswell.server.agent.rest.AgentRestConfiguration;
import dev.upswell.server.ask.page.AskPagesConfiguration;
import dev.upswell.server.ask.rest.AskRestConfiguration;
import dev.upswell.server.audit.page.RequestAuditPagesConfiguration;
import dev.upswell.server.audit.rest.RequestAuditRestConfiguration;
import dev.upswell.server.collect.intake.ImportLog;
import dev.upswell.server.collect.intake.Intake;
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
import dev.upswell.server.commerce.page.CommercePagesConfiguration;
import dev.upswell.server.commerce.rest.CommerceRestConfiguration;
import dev.upswell.server.comply.Compliance;
import dev.upswell.server.comply.page.CompliancePagesConfiguration;
import dev.upswell.server.comply.rest.ComplianceRestConfiguration;
import dev.upswell.server.contest.page.ContestPagesConfiguration;
import dev.upswell.server.contest.rest.ContestRestConfiguration;
import dev.upswell.server.creative.PatternWorker;
import dev.upswell.server.creative.page.PatternPagesConfiguration;
import dev.upswell.server.creative.rest.PatternsRestConfiguration;
import dev.upswell.server.evaluate.Evaluations;
import dev.upswell.server.evaluate.page.EvaluationPages;
import dev.upswell.server.evaluate.page.EvaluationPagesConfiguration;
import dev.upswell.server.evaluate.page.KeptEvaluationPages;
import dev.upswell.server.evaluate.rest.EvaluationRestConfiguration;
import dev.upswell.server.event.EventLog;
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
import dev.upswell.server.fyp.page.FypPagesConfiguration;
import dev.upswell.server.fyp.rest.FypRestConfiguration;
import dev.upswell.server.guide.page.GuidePagesConfiguration;
import dev.upswell.server.improve.Improvements;
import dev.upswell.server.improve.page.InsightPages;
import dev.upswell.server.improve.page.InsightPagesConfiguration;
import dev.upswell.server.improve.page.KeptInsightPages;
import dev.upswell.server.improve.rest.ImproveRestConfiguration;
import dev.upswell.server.insight.ModelInsights;
import dev.upswell.server.insight.rest.InsightRestConfiguration;
import dev.upswell.server.integrate.page.IntegratePagesConfiguration;
import dev.upswell.server.integrate.rest.IntegrateRestConfiguration;
import dev.upswell.server.listing.page.ListingConfiguration;
import dev.upswell.server.live.page.LivePagesConfiguration;
import dev.upswell.server.live.rest.LiveRestConfiguration;
import dev.upswell.server.mapping.KeptMappings;
import dev.upswell.server.narrative.page.NarrativePagesConfiguration;
import dev.upswell.server.narrative.rest.NarrativeRestConfiguration;
import dev.upswell.server.plan.page.PlanPagesConfiguration;
import dev.upswell.server.plan.rest.PlanRestConfiguration;
import dev.upswell.server.notify.Channels;
import dev.upswell.server.notify.Deliveries;
import dev.upswell.server.notify.Notices;
import dev.upswell.server.notify.rest.NotifyRestConfiguration;
import dev.upswell.server.overview.page.OverviewPagesConfiguration;
import dev.upswell.server.overview.rest.OverviewRestConfiguration;
import dev.upswell.server.privacy.TenantErasures;
import dev.upswell.server.privacy.page.PrivacyPagesConfiguration;
import dev.upswell.server.privacy.rest.PrivacyRestConfiguration;
import dev.upswell.server.pulse.Pulses;
import dev.upswell.server.pulse.page.PulsePagesConfiguration;
import dev.upswell.server.quality.Quality;
import dev.upswell.server.quality.page.QualityPages;
import dev.upswell.server.quality.page.QualityPagesConfiguration;
import dev.upswell.server.quality.page.StoredQualityPages;
import dev.upswell.server.quality.rest.QualityRestConfiguration;
import dev.upswell.server.reach.page.ReachPagesConfiguration;
import dev.upswell.server.reach.rest.ReachRestConfiguration;
import dev.upswell.server.registry.Governance;
import dev.upswell.server.registry.page.KeptRegistryPages;
import dev.upswell.server.registry.page.RegistryPages;
import dev.upswell.server.registry.page.RegistryPagesConfiguration;
import dev.upswell.server.registry.rest.RegistryRestConfiguration;
import dev.upswell.server.report.page.ReportPagesConfiguration;
import dev.upswell.server.report.rest.ReportRestConfiguration;
import dev.upswell.server.scorecard.page.CreatorPagesConfiguration;
import dev.upswell.server.scorecard.rest.CreatorsRestConfiguration;
import dev.upswell.server.scorecard.rest.ScorecardRestConfiguration;
import dev.upswell.server.session.page.SessionPagesConfiguration;
import dev.upswell.server.session.rest.SessionRestConfiguration;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.text.rest.TextRestConfiguration;
import dev.upswell.server.theme.page.ThemePagesConfiguration;
import dev.upswell.server.theme.rest.ThemeRestConfiguration;
import dev.upswell.server.trend.EntityQuery;
import dev.upswell.server.trend.TrendQuery;
import dev.upswell.server.trend.page.Marks;
import dev.upswell.server.trend.page.TrendPages;
import dev.upswell.server.trend.page.html.TrendPagesConfiguration;
import dev.upswell.server.trend.page.stored.EventMarks;
import dev.upswell.server.trend.page.stored.StoredTrendPages;
import dev.upswell.server.trend.rest.TrendRestConfiguration;
import dev.upswell.server.recommend.page.RecommendPagesConfiguration;
import dev.upswell.server.recommend.rest.RecommendRestConfiguration;
import dev.upswell.server.refine.page.RefinePagesConfiguration;
import dev.upswell.server.refine.rest.RefineRestConfiguration;
import dev.upswell.server.taste.page.TastePagesConfiguration;
import dev.upswell.server.taste.rest.TasteRestConfiguration;
import dev.upswell.server.trial.page.TrialPagesConfiguration;
import dev.upswell.server.trial.rest.TrialRestConfiguration;
import dev.upswell.server.tuning.page.TuningPagesConfiguration;
import dev.upswell.server.tuning.rest.TuningRestConfiguration;
import dev.upswell.server.vigil.page.VigilPagesConfiguration;
import dev.upswell.server.vigil.rest.VigilRestConfiguration;
import dev.upswell.server.weakness.page.WeaknessPagesConfiguration;
import dev.upswell.server.weakness.rest.WeaknessRestConfiguration;
import dev.upswell.server.wording.page.WordingPagesConfiguration;
import dev.upswell.server.wording.rest.WordingRestConfiguration;
import dev.upswell.server.vault.ProviderKeys;
import dev.upswell.server.vault.page.VaultPagesConfiguration;
import dev.upswell.server.vault.rest.VaultRestConfiguration;
import dev.upswell.server.web.ShellConfiguration;
import dev.upswell.server.web.language.LanguageConfiguration;
import dev.upswell.server.web.ShellSettings;
import dev.upswell.server.web.ShellSettings.Launcher;
import dev.upswell.server.web.openapi.OpenApiConfiguration;
import dev.upswell.server.web.serving.ServingConfiguration;
import dev.upswell.server.weigh.LearningWorker;
import dev.upswell.server.weigh.page.WeighPagesConfiguration;
import dev.upswell.server.weigh.rest.WeighRestConfiguration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The web server's beans: the pages and endpoints of every slice over the services of each tenant's workplace.
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({WorkplaceBeans.class, ShellConfiguration.class, LanguageConfiguration.class,
        GuidePagesConfiguration.class, ListingConfiguration.class,
        ServingConfiguration.class, TrendPagesConfiguration.class,
        ModelPagesConfiguration.class,
        EvaluationPagesConfiguration.class, EvaluationRestConfiguration.class,
        DataPagesConfiguration.class, CollectRestConfiguration.class, TrendRestConfiguration.class,
        FeatureRestConfiguration.class, FeaturePagesConfiguration.class, InsightRestConfiguration.class,
        ImproveRestConfiguration.class, InsightPagesConfiguration.class, ForecastRestConfiguration.class,
        RegistryRestConfiguration.class, RegistryPagesConfiguration.class,
        ExchangeRestConfiguration.class, ExchangePagesConfiguration.class,
        TuningRestConfiguration.class, TuningPagesConfiguration.class,
        WordingRestConfiguration.class, WordingPagesConfiguration.class,
        CommerceRestConfiguration.class, CommercePagesConfiguration.class,
        LiveRestConfiguration.class, LivePagesConfiguration.class,
        AgentRestConfiguration.class, AgentPagesConfiguration.class, NotifyRestConfiguration.class,
        ActRestConfiguration.class, ActPagesConfiguration.class,
        AlertPagesConfiguration.class, AlertRestConfiguration.class, VigilPagesConfiguration.class,
        VigilRestConfiguration.class, PulsePagesConfiguration.class,
        IntegrateRestConfiguration.class, IntegratePagesConfiguration.class,
        ComplianceRestConfiguration.class, CompliancePagesConfiguration.class,
        VaultRestConfiguration.class, VaultPagesConfiguration.class,
        QualityRestConfiguration.class, QualityPagesConfiguration.class,
        SessionRestConfiguration.class, SessionPagesConfiguration.class,
        FypRestConfiguration.class, FypPagesConfiguration.class,
        ReachRestConfiguration.class, ScorecardRestConfiguration.class, CreatorsRestConfiguration.class,
        PatternsRestConfiguration.class, PatternPagesConfiguration.class,
        AcrossRestConfiguration.class, AcrossPagesConfiguration.class,
        AskRestConfiguration.class, AskPagesConfiguration.class,
        CreatorPagesConfiguration.class, WeighRestConfiguration.class, WeighPagesConfiguration.class,
        TrialRestConfiguration.class, TrialPagesConfiguration.class,
        PlanRestConfiguration.class, PlanPagesConfiguration.class,
        NarrativeRestConfiguration.class, NarrativePagesConfiguration.class,
        WeaknessRestConfiguration.class, WeaknessPagesConfiguration.class,
        RefineRestConfiguration.class, RefinePagesConfiguration.class,
        PrivacyRestConfiguration.class, PrivacyPagesConfiguration.class, TasteRestConfiguration.class,
        TastePagesConfiguration.class,
        RecommendRestConfiguration.class, RecommendPagesConfiguration.class, ContestRestConfiguration.class,
        ContestPagesConfiguration.class,
        GateConfiguration.class, AccessRestConfiguration.class, AccessPagesConfiguration.class,
        RequestAuditRestConfiguration.class, RequestAuditPagesConfiguration.class,
        ReachPagesConfiguration.class, ReportRestConfiguration.class, ReportPagesConfiguration.class,
        TextRestConfiguration.class, ThemeRestConfiguration.class, ThemePagesConfiguration.class,
        OverviewRestConfiguration.class, OverviewPagesConfiguration.class,
        OpenApiConfiguration.class})
class ServerConfiguration {

    @Bean(destroyMethod = "close")
    static TenantScope tenantScope(OpenTenants tenants) {
        return tenants.scope();
    }

    @Bean
    static SlicesOfTenants slicesOfTenants(TenantScope scope) {
        return new SlicesOfTenants(scope);
    }

    @Bean
    InstantSource clock(OpenTenants tenants) {
        return tenants.first().clock();
    }

    /// Where several tenants are served, hints name none: readers of one would see the name of another.
    @Bean
    Launcher launcher(OpenTenants tenants) {
        Launcher launcher = tenants.first().launcher();
        return tenants.served().several() ? launcher.without("--tenant") : launcher;
    }

    @Bean
    ShellSettings shellSettings(OpenTenants tenants) {
        return tenants.first().access().shell();
    }

    @Bean
    GateSettings gateSettings(OpenTenants tenants) {
        return new GateSettings(tenants.first().access().https(), tenants.served().several());
    }

    @Bean
    Admission admission(OpenTenants tenants) {
        AccessPlace access = tenants.first().access();
        return new Admission(access.parts(), tenants.served(), access.onLoopback(), Admission.FRESH);
    }

    @Bean(destroyMethod = "close")
    Pulses pulses(OpenTenants tenants) {
        return new Pulses(tenants.first().database());
    }

    @Bean
    SignIns signIns(OpenTenants tenants) {
        return new SignIns(tenants.first().access().parts(), tenants.served());
    }

    @Bean
    Installation installation(OpenTenants tenants) {
        return tenants.first().installation();
    }

    @Bean
    TenantErasures tenantErasures(OpenTenants tenants) {
        return tenants.erasures();
    }

    @Bean
    Invitations.Door invitationDoor(OpenTenants tenants) {
        return new Invitations.Door(tenants.first().access().parts(), tenants.served());
    }

    @Bean
    @Nullable
    CompanySignIn companySignIn(OpenTenants tenants, SignIns signIns, Installation installation) {
        return tenants.first().access().company(signIns, installation);
    }

    @Bean(destroyMethod = "")
    @OfTenant
    OpenTenant openTenant(OpenTenants tenants) {
        return tenants.active();
    }

    @Bean(destroyMethod = "")
    @OfTenant
    OpenWorkplace workplace(OpenTenant tenant) {
        return tenant.workplace();
    }

    @Bean
    @OfTenant
    EntityQuery entityQuery(OpenWorkplace workplace) {
        return new EntityQuery(workplace.database(), new ExpectationRepository());
    }

    @Bean
    @OfTenant
    FeatureStore featureStore(Forecasts forecasts) {
        return forecasts.features();
    }

    @Bean
    @OfTenant
    InsightPages insightPages(Governance governance, ModelInsights insights, Improvements improvements) {
        return new KeptInsightPages(governance, insights, improvements);
    }

    @Bean
    @OfTenant
    FeaturePages featurePages(TenantId tenant, FeatureStore store, EntityQuery entities) {
        return new KeptFeaturePages(tenant, store, entities);
    }

    @Bean
    @OfTenant
    TrendPages trendPages(TenantId tenant, TrendQuery trends, EntityQuery entities, InstantSource clock) {
        return new StoredTrendPages(tenant, trends, entities, clock);
    }

    @Bean
    @OfTenant
    Marks marks(OpenWorkplace workplace) {
        return new EventMarks(new EventLog(workplace.tenant(), workplace.database()));
    }

    @Bean
    @OfTenant
    ModelPages modelPages(Forecasts forecasts) {
        return new KeptModelPages(forecasts);
    }

    @Bean
    @OfTenant
    RegistryPages registryPages(Governance governance) {
        return new KeptRegistryPages(governance);
    }

    @Bean
    @OfTenant
    DriftPages driftPages(Forecasts forecasts) {
        return new KeptDriftPages(forecasts);
    }

    @Bean
    @OfTenant
    EvaluationPages evaluationPages(Evaluations evaluations) {
        return new KeptEvaluationPages(evaluations);
    }

    @Bean(destroyMethod = "")
    @OfTenant
    Intake intake(OpenTenant tenant) {
        return tenant.intake();
    }

    @Bean
    @OfTenant
    ImportLog importLog(OpenWorkplace workplace, Intake intake) {
        return new ImportLog(workplace.tenant(), workplace.database(), intake);
    }

    @Bean
    @OfTenant
    SetAsideRepository setAsideRepository(OpenWorkplace workplace) {
        return new SetAsideRepository(workplace.tenant(), workplace.database());
    }

    @Bean(destroyMethod = "")
    @OfTenant
    LearningWorker learningWorker(OpenTenant tenant) {
        return tenant.learning();
    }

    @Bean(destroyMethod = "")
    @OfTenant
    PatternWorker patternWorker(OpenWorkplace workplace) {
        return workplace.creative().patternWorker();
    }

    @Bean
    @OfTenant
    DataPages dataPages(OpenWorkplace workplace, ImportLog imports, SourceRepository sources,
            SetAsideRepository setAside, KeptMappings mappings, MappingUseRepository uses) {
        return new StoredDataPages(new StoredDataPages.Stores(workplace.tenant(), imports, sources, setAside,
                workplace.collecting().quarantine(), workplace.collecting().retrying(), mappings, uses),
                () -> workplace.collecting().keys().list().stream()
                        .anyMatch(one -> one.origin() != ProviderKeys.Origin.NONE),
                () -> !workplace.access().roster().list().isEmpty(), workplace.clock());
    }

    @Bean
    @OfTenant
    QualityPages qualityPages(Quality quality) {
        return new StoredQualityPages(quality);
    }

    @Bean
    @OfTenant
    MappingUseRepository mappingUseRepository(OpenWorkplace workplace) {
        return new MappingUseRepository(workplace.tenant(), workplace.database());
    }

    @Bean
    @OfTenant
    MappedIntake mappedIntake(Intake intake, KeptMappings mappings, Compliance compliance) {
        return new MappedIntake(intake, mappings, compliance);
    }

    @Bean
    @OfTenant
    FileIntake fileIntake(Intake intake, MappedIntake confirmed, KeptMappings mappings) {
        return new QueuedFileIntake(intake, confirmed, mappings);
    }

    @Bean
    @OfTenant
    AgentPages agentPages(Agents agents, Notices notices, Channels channels, Deliveries deliveries) {
        return new KeptAgentPages(agents, new KeptAgentPages.Told(notices, channels, deliveries));
    }
}
