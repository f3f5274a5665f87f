package dev.upswell.server.app;

import dev.upswell.server.forecast.Forecasts;
import dev.upswell.server.forecast.page.KeptModelPages;
import dev.upswell.server.forecast.page.ModelPages;
import dev.upswell.server.forecast.page.ModelPagesConfiguration;
import dev.upswell.server.forecast.rest.ForecastRestConfiguration;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.trend.EntityQuery;
import dev.upswell.server.trend.TrendQuery;
import dev.upswell.server.trend.page.TrendPages;
import dev.upswell.server.trend.page.TrendPagesConfiguration;
import dev.upswell.server.trend.page.html.TrendPagesConfiguration;
import dev.upswell.server.trend.page.stored.StoredTrendPages;
import dev.upswell.server.trend.rest.TrendRestConfiguration;
import dev.upswell.server.web.ShellConfiguration;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The web server's beans: the pages and endpoints of every slice over the services of one workplace.
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({ ShellConfiguration.class, TrendPagesConfiguration.class, ModelPagesConfiguration.class,
        TrendRestConfiguration.class, ForecastRestConfiguration.class })
class ServerConfiguration {

    @Bean
    InstantSource clock(OpenWorkplace workplace) {
        return workplace.clock();
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
        return new EntityQuery(workplace.database());
    }

    @Bean
    Forecasts forecasts(OpenWorkplace workplace) {
        return workplace.forecasts();
    }

    @Bean
    TrendPages trendPages(TenantId tenant, TrendQuery trends, EntityQuery entities) {
        return new StoredTrendPages(tenant, trends, entities);
    }

    @Bean
    ModelPages modelPages(Forecasts forecasts) {
        return new KeptModelPages(forecasts);
    }

    @Bean(initMethod = "start")
    LoopWorker loopWorker(OpenWorkplace workplace) {
        return new LoopWorker(workplace);
    }
}
