package dev.upswell.server.app;

import dev.upswell.server.collect.page.DataPagesConfiguration;
import dev.upswell.server.forecast.page.ModelPagesConfiguration;
import dev.upswell.server.trend.page.html.TrendPagesConfiguration;
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
        DataPagesConfiguration.class })
class ServerConfiguration {

    @Bean
    InstantSource clock(OpenWorkplace workplace) {
        return workplace.clock();
    }
}
