package dev.upswell.server.web;

import dev.upswell.server.agent.page.AgentPagesConfiguration;
import dev.upswell.server.agent.page.SampleAgentPages;
import dev.upswell.server.collect.page.DataPagesConfiguration;
import dev.upswell.server.collect.page.SampleDataPages;
import dev.upswell.server.comply.page.CompliancePagesConfiguration;
import dev.upswell.server.comply.Cleaning;
import dev.upswell.server.comply.page.SampleCompliance;
import dev.upswell.server.evaluate.page.EvaluationPagesConfiguration;
import dev.upswell.server.evaluate.page.SampleEvaluationPages;
import dev.upswell.server.feature.page.FeaturePagesConfiguration;
import dev.upswell.server.feature.page.SampleFeaturePages;
import dev.upswell.server.forecast.page.ModelPagesConfiguration;
import dev.upswell.server.forecast.page.SampleDriftPages;
import dev.upswell.server.forecast.page.SampleModelPages;
import dev.upswell.server.improve.page.InsightPagesConfiguration;
import dev.upswell.server.improve.page.SampleInsightPages;
import dev.upswell.server.commerce.CommerceFacts;
import dev.upswell.server.commerce.page.CommercePagesConfiguration;
import dev.upswell.server.live.Live;
import dev.upswell.server.live.Replays;
import dev.upswell.server.live.page.LivePagesConfiguration;
import dev.upswell.server.live.page.SampleLive;
import dev.upswell.server.quality.page.QualityPagesConfiguration;
import dev.upswell.server.quality.page.SampleQualityPages;
import dev.upswell.server.registry.page.RegistryPagesConfiguration;
import dev.upswell.server.registry.page.SampleRegistryPages;
import dev.upswell.server.trend.page.SampleTrendPages;
import dev.upswell.server.trend.page.html.TrendPagesConfiguration;
import dev.upswell.server.session.page.SampleSessions;
import dev.upswell.server.session.page.SessionPagesConfiguration;
import dev.upswell.server.vault.page.SampleKeys;
import dev.upswell.server.vault.page.VaultPagesConfiguration;
import dev.upswell.server.web.language.LanguageConfiguration;
import dev.upswell.server.web.openapi.OpenApiConfiguration;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// All pages over made-up content, for tests and for looking at: run it and open the address it prints.
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({ShellConfiguration.class, LanguageConfiguration.class, OpenApiConfiguration.class,
        TrendPagesConfiguration.class,
        ModelPagesConfiguration.class,
        EvaluationPagesConfiguration.class, FeaturePagesConfiguration.class, InsightPagesConfiguration.class,
        RegistryPagesConfiguration.class, DataPagesConfiguration.class, LivePagesConfiguration.class,
        VaultPagesConfiguration.class, QualityPagesConfiguration.class, AgentPagesConfiguration.class,
        CommercePagesConfiguration.class, CompliancePagesConfiguration.class,
        SessionPagesConfiguration.class,
        FailingPage.class})
public class SampleSite {

    public static void main(String[] args) {
        SpringApplication.run(SampleSite.class, args);
    }

    @Bean
    InstantSource clock() {
        return InstantSource.fixed(SampleTrendPages.NOW.plus(Duration.ofMinutes(6)));
    }

    @Bean
    ShellSettings shellSettings() {
        return ShellSettings.loopback().withLargestUpload(SampleDataPages.LARGEST);
    }

    @Bean
    SampleTrendPages trendPages() {
        return new SampleTrendPages();
    }

    @Bean
    SampleQualityPages qualityPages() {
        return new SampleQualityPages(SampleTrendPages.NOW);
    }

    @Bean
    SampleModelPages modelPages() {
        return new SampleModelPages();
    }

    @Bean
    SampleDriftPages driftPages() {
        return new SampleDriftPages();
    }

    @Bean
    SampleRegistryPages registryPages() {
        return new SampleRegistryPages();
    }

    @Bean
    SampleEvaluationPages evaluationPages() {
        return new SampleEvaluationPages();
    }

    @Bean
    SampleFeaturePages featurePages() {
        return new SampleFeaturePages();
    }

    @Bean
    SampleInsightPages insightPages() {
        return new SampleInsightPages();
    }

    @Bean
    CommerceFacts commerceFacts() {
        return (kind, source, asOf, limit, offset) -> new CommerceFacts.Known(List.of(), 0);
    }

    @Bean
    Live live() {
        return SampleLive.at(SampleTrendPages.NOW);
    }

    @Bean
    Replays replays() {
        return SampleLive.replays(SampleTrendPages.NOW);
    }

    @Bean
    SampleSessions sessions() {
        return new SampleSessions(SampleTrendPages.NOW);
    }

    @Bean
    SampleKeys keys() {
        return new SampleKeys(SampleTrendPages.NOW);
    }

    @Bean
    SampleAgentPages agentPages() {
        return new SampleAgentPages(SampleTrendPages.NOW);
    }

    @Bean
    Cleaning cleaning() {
        return SampleCompliance.cleaning(SampleTrendPages.NOW);
    }

    @Bean
    SampleCompliance compliance() {
        return new SampleCompliance(SampleTrendPages.NOW);
    }

    @Bean
    SampleDataPages dataPages() {
        return new SampleDataPages();
    }
}
